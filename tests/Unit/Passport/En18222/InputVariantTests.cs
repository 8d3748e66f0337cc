using System.Text.Json.Nodes;
using Voltloop.Core.Problems;
using Voltloop.Passport.ServeEn18222;
using Voltloop.Record.Terms;

namespace Voltloop.Tests.Unit.Passport.En18222;

[Trait("Requirement", "18223-1")]
[Trait("Requirement", "18223-2")]
public sealed class InputVariantTests
{
    private readonly DppInputReader _reader = new(Vocabulary.Load());

    [Theory]
    [InlineData("""{"uniqueProductIdentifier":"p","granularity":"Item","lastUpdate":"2026-01-01T00:00:00Z","identityAndProduct":{"ratedCapacity":1.5}}""")]
    [InlineData("""{"uniqueProductIdentifier":"p","granularity":"item","lastUpdated":"2026-01-01T00:00:00Z","ratedCapacity":1.5}""")]
    [InlineData("""{"ProductID":"p","Granularity":"item","dataElementCollections":[{"ElementId":"Any","DataElements":[{"@type":"SinglevaluedDataElement","ElementId":"ratedCapacity","Value":1.5,"ValueDataType":"xs:decimal"}]}]}""")]
    [InlineData("""{"statusCode":"Success","payload":{"uniqueProductIdentifier":"p","granularity":"ITEM","elements":[{"elementId":"ratedCapacity","objectType":"SingleValuedDataElement","valueDataType":"xsd:decimal","value":"1.5"}]},"result":{}}""")]
    [InlineData("""{"@context":"https://x.example/c","productId":"p","granularity":"Item","https://admin-shell.io/idta/TechnicalData/1":{"ratedCapacity":1.5}}""")]
    public void Every_dialect_says_the_same(string body)
    {
        var input = _reader.Read(JsonNode.Parse(body));
        (input.ProductId, input.Granularity).ShouldBe(("p", "item"));
        var fact = input.Facts.ShouldHaveSingleItem();
        (fact.Term.Id, fact.Value!.ToJsonString()).ShouldBe(("ratedCapacity", "1.5"));
    }

    [Theory]
    [InlineData("""{"ratedCapacty":1}""", "unknown-term", "/ratedCapacty")]
    [InlineData("""{"identityAndProduct":{"colour":"red"}}""", "unknown-term", "/identityAndProduct/colour")]
    [InlineData("""{"ratedCapacity":1,"identityAndProduct":{"ratedCapacity":2}}""", "invalid-value", "/identityAndProduct/ratedCapacity")]
    [InlineData("""{"dppStatus":"ceased"}""", "invalid-value", "/dppStatus")]
    [InlineData("""{"uniqueProductIdentifier":null}""", "invalid-value", "/uniqueProductIdentifier")]
    [InlineData("""{"elements":{}}""", "invalid-value", "/elements")]
    [InlineData("""[1]""", "malformed-input", null)]
    public void What_does_not_fit_is_named_with_its_place(string body, string code, string? at)
    {
        var problem = Should.Throw<ProblemException>(() => _reader.Read(JsonNode.Parse(body))).Problem;
        (problem.Kind.Code, problem.Location).ShouldBe((code, at));
    }

    [Fact]
    public void Null_for_a_section_ends_all_its_terms() =>
        _reader.Read(JsonNode.Parse("""{"labelsAndConformity":null}""")).Facts.ShouldAllBe(fact => fact.Value == null && fact.Term.Group == "Labels and conformity");
}
