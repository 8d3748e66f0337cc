using System.Text.Json;
using Voltloop.Core.Identities;

namespace Voltloop.Tests.Conformance.Identities;

/// <summary>The cases of GS1's own syntax engine: what is a Digital Link, and which element string it carries.</summary>
[Trait("Requirement", "18219-1")]
public sealed class DigitalLinkConformanceTests
{
    private const int CaseCount = 118;

    private static readonly string[] KnownFlags =
    [
        "ctx.permitConvenienceAlphas", "gs1_encoder_setPermitZeroSuppressedGTINinDLuris",
        "gs1_encoder_setPermitUnknownAIs", "gs1_encoder_setValidationEnabled",
    ];

    [Fact]
    public void All_118_cases_of_the_GS1_syntax_engine_hold()
    {
        var cases = ReadCases();
        cases.Count.ShouldBe(CaseCount);
        var wrong = cases.Select(Judge).OfType<string>().ToList();
        wrong.ShouldBeEmpty(string.Join('\n', wrong));
    }

    [Fact]
    public void The_cases_hold_both_links_and_refusals()
    {
        var cases = ReadCases();
        cases.Count(c => c.GetProperty("should_succeed").GetBoolean()).ShouldBeGreaterThan(60);
        cases.Count(c => !c.GetProperty("should_succeed").GetBoolean()).ShouldBeGreaterThan(40);
    }

    [Fact]
    public void The_canonical_form_of_every_link_is_read_as_itself()
    {
        foreach (var c in ReadCases().Where(c => c.GetProperty("should_succeed").GetBoolean()))
        {
            var options = Options(c);
            var link = DigitalLink.Parse(c.GetProperty("uri").GetString()!, options);
            var again = DigitalLink.Parse(link.Canonical, options);
            again.Canonical.ShouldBe(link.Canonical);
            ThingId.Parse(link.Identity).Value.ShouldBe(link.Identity);
        }
    }

    private static string? Judge(JsonElement c)
    {
        var uri = c.GetProperty("uri").GetString()!;
        var link = DigitalLink.Read(uri, Options(c), out var reason);
        var shouldSucceed = c.GetProperty("should_succeed").GetBoolean();
        if (link is null) return shouldSucceed ? $"{uri}: refused, {reason}" : reason.Length > 0 ? null : $"{uri}: refused without a reason";
        if (!shouldSucceed) return $"{uri}: read as {link.AiData}";
        var expected = c.GetProperty("expected_ai_data").GetString();
        return string.Equals(link.AiData, expected, StringComparison.Ordinal) ? null : $"{uri}: {link.AiData}, not {expected}";
    }

    private static DigitalLinkOptions Options(JsonElement c)
    {
        var flags = c.GetProperty("flags").EnumerateObject().ToDictionary(p => p.Name, p => p.Value.GetString()!, StringComparer.Ordinal);
        flags.Keys.Except(KnownFlags, StringComparer.Ordinal).ShouldBeEmpty();
        bool Is(string name, string value) => flags.TryGetValue(name, out var given) && string.Equals(given, value, StringComparison.Ordinal);
        return new DigitalLinkOptions
        {
            PermitConvenienceAlphas = Is(KnownFlags[0], "true"),
            PermitZeroSuppressedGtin = Is(KnownFlags[1], "true"),
            PermitUnknownAis = Is(KnownFlags[2], "true"),
            RefuseUnknownAttributes = !Is(KnownFlags[3], "gs1_encoder_vUNKNOWN_AI_NOT_DL_ATTR, false"),
        };
    }

    private static List<JsonElement> ReadCases()
    {
        using var document = JsonDocument.Parse(File.ReadAllText(SharedData.Require("passport/vectors/gs1/dl-parse-cases.json")));
        return [.. document.RootElement.GetProperty("cases").EnumerateArray().Select(c => c.Clone())];
    }
}
