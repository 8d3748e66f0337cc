using System.Text.Json.Nodes;
using System.Xml.Linq;
using Voltloop.Passport.Model.En18223;

namespace Voltloop.Tests.Unit.Passport.En18222;

[Trait("Requirement", "18216-2")]
public sealed class XmlFormTests
{
    [Theory]
    [InlineData("""{"a":1.10,"b":"x < y & z","c":[true,null,{"d e":"\n"}],"1f":{},"g":[],"member":"m","item":"i","":"empty"}""")]
    [InlineData("""["a",1]""")]
    public void The_xml_can_be_read_back(string json)
    {
        var root = XDocument.Parse(System.Text.Encoding.UTF8.GetString(XmlForm.Write(JsonNode.Parse(json)!))).Root!;
        root.Name.NamespaceName.ShouldBe(XmlForm.Namespace);
        Read(root)!.ToJsonString().ShouldBe(JsonNode.Parse(json)!.ToJsonString());
    }

    [Fact]
    public void Characters_that_xml_cannot_hold_are_replaced_not_fatal() =>
        Read(XDocument.Parse(System.Text.Encoding.UTF8.GetString(XmlForm.Write(new JsonObject { ["a"] = "x\u0001😀" }))).Root!)!["a"]!.GetValue<string>().ShouldBe("x\uFFFD😀");

    // The documented mapping, read by a second hand.
    private static JsonNode? Read(XElement element) => (string?)element.Attribute("type") switch
    {
        "null" => null,
        "object" => new JsonObject(element.Elements().Select(child => KeyValuePair.Create((string?)child.Attribute("name") ?? child.Name.LocalName, Read(child)))),
        "array" => new JsonArray([.. element.Elements().Select(Read)]),
        "number" or "boolean" => JsonNode.Parse(element.Value),
        _ => JsonValue.Create(element.Value),
    };
}
