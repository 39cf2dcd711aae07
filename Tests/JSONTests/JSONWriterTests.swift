import Foundation
import JSON
import Testing

@Suite struct JSONWriterTests {
    @Test func keepsTheOrderOfKeys() {
        var json = JSONWriter()
        json.object { json in
            json.member("zebra", 1)
            json.member("ant", "two")
            json.member("absent", nil as String?)
            json.key("list")
            json.array(of: [true, false]) { json, flag in json.value(flag) }
        }
        #expect(json.text == #"{"zebra":1,"ant":"two","list":[true,false]}"#)
    }

    @Test(arguments: ["plain", "quote \" and \\ and \n\t\r", "\u{0}\u{1F}\u{7F}", "žluťoučký 🐎", ""])
    func writesStringsThatFoundationReadsBack(_ string: String) throws {
        var json = JSONWriter()
        json.array([string])
        #expect(try JSONDecoder().decode([String].self, from: Data(json.bytes)) == [string])
    }

    @Test func indentsForPeople() {
        var json = JSONWriter(indent: 2)
        json.object { json in
            json.key("rows")
            json.array(of: [1, 2]) { json, number in json.value(number) }
            json.key("none")
            json.array([])
        }
        #expect(json.text == "{\n  \"rows\": [\n    1,\n    2\n  ],\n  \"none\": []\n}")
    }

    @Test func startsAnewAfterALine() {
        var json = JSONWriter()
        json.object { $0.member("a", 1) }
        json.newline()
        json.object { $0.member("b", 2) }
        #expect(json.text == "{\"a\":1}\n{\"b\":2}")
        json.removeAll()
        json.array(["c"])
        #expect(json.text == "[\"c\"]")
    }

    @Test(arguments: [(2500, "2.5"), (-40, "-0.04"), (0, "0"), (1000, "1"), (-1001, "-1.001")])
    func writesThousandthsWithoutTrailingZeros(_ thousandths: Int, _ text: String) {
        #expect(decimal(thousandths: thousandths) == text)
    }
}
