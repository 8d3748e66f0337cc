using System.Text.Json.Nodes;
using Voltloop.Core.Problems;
using Voltloop.Passport.Model.En18223;

namespace Voltloop.Tests.Unit.Passport.En18222;

[Trait("Requirement", "18222-4")]
public sealed class ElementPathTests
{
    private const string Document = """{"a":{"b":[10,20,{"c d":"x"}]},"it's":1,"\"":2,"\u263a":3,"n":null,"k-1":4}""";

    [Theory]
    [InlineData("$", Document)]
    [InlineData("$.a.b[0]", "10")]
    [InlineData("$['a']['b'][1]", "20")]
    [InlineData("$[\"a\"].b[2]['c d']", "\"x\"")]
    [InlineData("$.a.b[-1]['c d']", "\"x\"")]
    [InlineData("$['it\\'s']", "1")]
    [InlineData("$['\"']", "2")]
    [InlineData("$['\\u263a']", "3")]
    [InlineData("$.n", "null")]
    [InlineData("a.b[1]", "20")]
    [InlineData("['a']['b'][1]", "20")]
    [InlineData("$.k-1", "4")]
    public void A_singular_path_selects_its_element(string path, string expected)
    {
        ElementPathParser.Parse(path).TrySelect(JsonNode.Parse(Document), out var found).ShouldBeTrue();
        JsonNode.DeepEquals(found, JsonNode.Parse(expected)).ShouldBeTrue(found?.ToJsonString());
    }

    [Theory]
    [InlineData("$.z")]
    [InlineData("$.a.b[3]")]
    [InlineData("$.a.b[-4]")]
    [InlineData("$.a.b.c")]
    [InlineData("$.a[0]")]
    [InlineData("$.a.b[0].c")]
    public void A_path_to_nothing_selects_nothing(string path) => ElementPathParser.Parse(path).TrySelect(JsonNode.Parse(Document), out _).ShouldBeFalse();

    [Theory]
    [InlineData("$.*")]
    [InlineData("$..b")]
    [InlineData("$..*")]
    [InlineData("$..['b']")]
    [InlineData("$.a.b[*]")]
    [InlineData("$.a.b[0,1]")]
    [InlineData("$['a','n']")]
    [InlineData("$.a.b[0:1]")]
    [InlineData("$.a.b[:1]")]
    [InlineData("$.a.b[?@.x == ']']")]
    [InlineData("$.a.b[?(@.x[0] > 1)].y")]
    public void A_path_that_may_select_several_selects_nothing(string path)
    {
        var parsed = ElementPathParser.Parse(path);
        parsed.IsSingular.ShouldBeFalse();
        parsed.TrySelect(JsonNode.Parse(Document), out _).ShouldBeFalse();
    }

    [Theory]
    [InlineData("$.")]
    [InlineData("$[")]
    [InlineData("$['a'")]
    [InlineData("$['a]")]
    [InlineData("$[01]")]
    [InlineData("$[-0]")]
    [InlineData("$[99999999999]")]
    [InlineData("$['\\x']")]
    [InlineData("$.a b")]
    [InlineData("$a")]
    [InlineData("$.1a")]
    [InlineData("$[?@.x")]
    public void What_is_no_path_is_a_named_problem(string path) =>
        Should.Throw<ProblemException>(() => ElementPathParser.Parse(path)).Problem.Kind.ShouldBe(CommonProblems.BadRequest);

    [Fact]
    public void A_path_without_end_is_refused_by_name() =>
        Should.Throw<ProblemException>(() => ElementPathParser.Parse("$" + new string('.', 5000))).Problem.Kind.ShouldBe(CommonProblems.LimitExceeded);

    [Theory]
    [InlineData("$.a.b[1]", "5", """{"a":{"b":[1,5]}}""")]
    [InlineData("$.a.b[0]", "null", """{"a":{"b":[2]}}""")]
    [InlineData("$.a.b", "null", """{"a":{}}""")]
    [InlineData("$", "7", "7")]
    public void Replacing_changes_only_the_element(string path, string value, string expected) =>
        JsonNode.DeepEquals(ElementPathParser.Parse(path).Replace(JsonNode.Parse("""{"a":{"b":[1,2]}}"""), JsonNode.Parse(value)), JsonNode.Parse(expected)).ShouldBeTrue();
}
