using System.Globalization;
using System.Text.Json.Nodes;
using Voltloop.Core.Problems;
using Voltloop.Passport.Model.En18223;

namespace Voltloop.Tests.Unit.Passport.En18222;

[Trait("Requirement", "18223-2")]
public sealed class ElementTreeTests
{
    private static readonly string[] Names = ["a", "url", "contentType", "value", "language", "elements", "b c", "elementId", "é"];

    [Theory]
    [InlineData("elements")]
    [InlineData("value")]
    public void Any_value_survives_the_way_to_the_full_form_and_back(string children)
    {
        var random = new Random(20261122);
        var expander = new ElementExpander(children);
        for (var i = 0; i < 2000; i++)
        {
            var value = Any(random, 0);
            var (id, back) = ElementCompressor.Compress(Reparsed(expander.Expand("x", value)));
            id.ShouldBe("x");
            (back?.ToJsonString() ?? "null").ShouldBe(value?.ToJsonString() ?? "null");
        }
    }

    [Theory]
    [InlineData("1.10", "SingleValuedDataElement", "xsd:decimal")]
    [InlineData("7", "SingleValuedDataElement", "xsd:integer")]
    [InlineData("1e-3", "SingleValuedDataElement", "xsd:double")]
    [InlineData("true", "SingleValuedDataElement", "xsd:boolean")]
    [InlineData("\"x\"", "SingleValuedDataElement", "xsd:string")]
    [InlineData("[1,2]", "MultiValuedDataElement", "xsd:integer")]
    [InlineData("[1,\"b\"]", "MultiValuedDataElement", null)]
    [InlineData("[]", "MultiValuedDataElement", null)]
    [InlineData("{\"a\":1}", "DataElementCollection", null)]
    [InlineData("[{\"value\":\"Akku\",\"language\":\"de\"}]", "MultiLanguageDataElement", null)]
    [InlineData("{\"contentType\":\"application/pdf\",\"url\":\"https://x.example/a.pdf\"}", "RelatedResource", null)]
    public void A_value_gets_the_kind_and_type_of_its_shape(string json, string kind, string? type)
    {
        var element = new ElementExpander().Expand("x", JsonNode.Parse(json), "https://d.example/x");
        element["objectType"]!.GetValue<string>().ShouldBe(kind);
        element["valueDataType"]?.GetValue<string>().ShouldBe(type);
        if (type is null) element.ContainsKey("valueDataType").ShouldBeFalse();
        element["dictionaryReference"]!.GetValue<string>().ShouldBe("https://d.example/x");
    }

    [Theory]
    [InlineData("""{"@type":"SinglevaluedDataElement","ElementId":"x","Name":"n","Value":8.5,"ValueDataType":"xs:decimal","UnitOfMeasure":"W"}""", "8.5")]
    [InlineData("""{"elementId":"x","objectType":"SingleValuedDataElement","valueDataType":"xsd:decimal","value":"8.50"}""", "8.50")]
    [InlineData("""{"elementId":"x","objectType":"SingleValuedDataElement","valueDataType":"xsd:boolean","value":"true"}""", "true")]
    [InlineData("""{"elementId":"x","objectType":"MultiValuedDataElement","value":[1,2]}""", "[1,2]")]
    [InlineData("""{"ElementId":"x","DataElements":[{"ElementId":"y","Value":1}]}""", """{"y":1}""")]
    public void Foreign_spellings_are_read(string json, string expected) =>
        ElementCompressor.Compress(JsonNode.Parse(json)).Value!.ToJsonString().ShouldBe(expected);

    [Theory]
    [InlineData("""{"objectType":"SingleValuedDataElement","value":1}""", "elementId")]
    [InlineData("""{"elementId":"x","objectType":"Sculpture","value":1}""", "sculpture")]
    [InlineData("""{"elementId":"x","objectType":"SingleValuedDataElement","value":[1]}""", "single value")]
    [InlineData("""{"elementId":"x","objectType":"SingleValuedDataElement","valueDataType":"xsd:int","value":"many"}""", "many")]
    [InlineData("""{"elementId":"x","elements":[{"elementId":"y","value":1},{"elementId":"y","value":2}]}""", "\"y\"")]
    public void What_is_no_element_is_named(string json, string said) =>
        Should.Throw<ProblemException>(() => ElementCompressor.Compress(JsonNode.Parse(json))).Problem.Detail.ShouldContain(said);

    private static JsonNode? Reparsed(JsonNode node) => JsonNode.Parse(node.ToJsonString());

    private static JsonNode? Any(Random random, int depth) => random.Next(depth > 3 ? 5 : 8) switch
    {
        0 => null,
        1 => JsonNode.Parse(random.Next(2) == 0 ? "true" : "false"),
        2 => JsonNode.Parse(random.Next(-1000, 1000).ToString(CultureInfo.InvariantCulture)),
        3 => JsonNode.Parse((random.NextDouble() * 1e6).ToString("R", CultureInfo.InvariantCulture)),
        4 => JsonValue.Create(Names[random.Next(Names.Length)] + random.Next(3)),
        5 => new JsonArray([.. Enumerable.Range(0, random.Next(4)).Select(_ => Any(random, depth + 1))]),
        _ => new JsonObject(Names.Where(_ => random.Next(3) == 0).Select(name => KeyValuePair.Create(name, Any(random, depth + 1)))),
    };
}
