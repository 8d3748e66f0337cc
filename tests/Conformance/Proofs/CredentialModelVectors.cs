using System.Text.Json;
using System.Text.Json.Nodes;
using Voltloop.Core.Problems;
using Voltloop.Record.Proofs.Credentials;

namespace Voltloop.Tests.Conformance.Proofs;

/// <summary>
/// The inputs of the W3C test suite for the data model 2.0. The suite sends them to an issuer, which adds itself where the
/// input leaves it out, and puts moments in place of "PAST DATE" and "FUTURE DATE"; so does this test.
/// </summary>
public sealed class CredentialModelVectors
{
    private const string Issuer = "did:example:issuer";

    /// <summary>Every input that must be refused, with a part of the reason: refusing for another reason is a failure too.</summary>
    private static readonly Dictionary<string, string> Reasons = new(StringComparer.Ordinal)
    {
        ["credential-context-combo3-fail"] = "/@context: A context must be a URL",
        ["credential-context-combo4-fail"] = "/@context: A context must be a URL",
        ["credential-evidence-missing-type-fail"] = "/evidence: A type is required",
        ["credential-id-multi-fail"] = "/id: The id must be one URL",
        ["credential-id-nonidentifier-fail"] = "/id: The id must be one URL",
        ["credential-id-not-url-fail"] = "/id: The id must be one URL",
        ["credential-id-subject-multi-fail"] = "/credentialSubject/id: The id must be one URL",
        ["credential-issuer-no-url-fail"] = "/issuer: issuer must be a URL",
        ["credential-issuer-null-fail"] = "/issuer: issuer must be a URL",
        ["credential-issuer-object-id-no-url-fail"] = "/issuer: issuer must be a URL",
        ["credential-issuer-object-id-null-fail"] = "/issuer: issuer must be a URL",
        ["credential-missing-base-context-fail-or-inject"] = "/@context: The first context",
        ["credential-missing-required-type-fail"] = "/type: One type must be VerifiableCredential",
        ["credential-no-context-fail-or-inject"] = "/@context: The first context",
        ["credential-no-issuer-fail"] = "/issuer: A credential must name its issuer",
        ["credential-no-subject-fail"] = "/credentialSubject: A credential must be about",
        ["credential-no-type-fail"] = "A type is required",
        ["credential-proof-missing-type-fail"] = "/proof: A type is required",
        ["credential-redef-type-fail"] = "/@context: The protected term \"VerifiableCredential\"",
        ["credential-redef-type2-fail"] = "/@context: The protected term \"ExampleVerifiableCredential\"",
        ["credential-refresh-no-type-fail"] = "/refreshService: A type is required",
        ["credential-schema-no-id-fail"] = "/credentialSchema: An id is required",
        ["credential-schema-no-type-fail"] = "/credentialSchema: A type is required",
        ["credential-schema-non-url-id-fail"] = "/credentialSchema/id: The id must be one URL",
        ["credential-status-missing-type-fail"] = "/credentialStatus: A type is required",
        ["credential-status-multiple-id-fail"] = "/credentialStatus/id: The id must be one URL",
        ["credential-status-nonurl-id-fail"] = "/credentialStatus/id: The id must be one URL",
        ["credential-status-type-nonurl-fail"] = "/credentialStatus/type: A type must be a text",
        ["credential-subject-multiple-empty-fail"] = "/credentialSubject: A subject must be an object with at least one claim",
        ["credential-subject-no-claims-fail"] = "/credentialSubject: A subject must be an object with at least one claim",
        ["credential-termsofuse-missing-type-fail"] = "/termsOfUse: A type is required",
        ["credential-termsofuse-no-type-fail"] = "/termsOfUse: A type is required",
        ["credential-type-mapped-nonurl-fail"] = "/type: The type \"ExampleTestCredential\" is no URL",
        ["credential-type-unmapped-fail"] = "/type: The type \"ExampleTestCredential\" is no URL",
        ["credential-validUntil-validFrom-fail"] = "/validUntil: The credential ends before it begins",
        ["credential-validfrom-invalid-fail"] = "/validFrom: It must be a moment",
        ["credential-validuntil-invalid-fail"] = "/validUntil: It must be a moment",
        ["presentation-context-order-fail"] = "/@context: The first context",
        ["presentation-enveloped-vc-missing-type-fail"] = "A type is required",
        ["presentation-holder-fail"] = "/holder: holder must be a URL",
        ["presentation-holder-name-fail"] = "/holder: holder must be a URL",
        ["presentation-holder-object-fail"] = "/holder: holder must be a URL",
        ["presentation-missing-base-context-fail"] = "/@context: The first context",
        ["presentation-missing-required-type-fail"] = "/type: One type must be VerifiablePresentation",
        ["presentation-no-context-fail-or-inject"] = "/@context: The first context",
        ["presentation-no-type-fail"] = "A type is required",
        ["presentation-vc-as-string-fail"] = "A credential must be an object",
        ["presentation-vc-missing-required-type-fail"] = "A type is required",
    };

    private static string Folder => SharedData.Require("passport", "vectors", "vcdm2-inputs", "input");

    [Fact]
    public void All_48_inputs_that_must_fail_are_refused_for_their_reason()
    {
        string[] files = [.. Directory.GetFiles(Folder, "*fail*.json")];
        files.Length.ShouldBe(48);
        files.Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal).ShouldBe(Reasons.Keys.Order(StringComparer.Ordinal));
        string[] wrong = [.. files.Where(file => !Check(file).Any(problem => IsReason(file, problem))).Select(file => $"{file}: {string.Join(" | ", Check(file))}")];
        wrong.ShouldBeEmpty(string.Join('\n', wrong));
    }

    [Fact]
    public void All_48_other_inputs_are_accepted()
    {
        string[] files = [.. Directory.GetFiles(Folder, "*.json").Where(file => !file.Contains("fail", StringComparison.Ordinal))];
        files.Length.ShouldBe(48);
        string[] wrong = [.. files.Where(file => Check(file).Count > 0).Select(file => $"{file}: {string.Join(" | ", Check(file))}")];
        wrong.ShouldBeEmpty(string.Join('\n', wrong));
    }

    [Fact]
    public void The_24_inputs_on_names_and_descriptions_are_judged_as_their_names_say()
    {
        string[] files = [.. Directory.GetFiles(Path.Combine(Folder, "names-and-descriptions"), "*.json")];
        files.Length.ShouldBe(24);
        string[] wrong = [.. files.Where(file => (Check(file).Count > 0) != file.EndsWith("-fail.json", StringComparison.Ordinal))];
        wrong.ShouldBeEmpty(string.Join('\n', wrong));
    }

    [Theory]
    [InlineData("presentation-self-asserted-vc-ok", true)]
    [InlineData("presentation-self-asserted-vc-no-holder", false)]
    [InlineData("presentation-self-asserted-vc-holder-mismatch", false)]
    [InlineData("presentation-self-asserted-vc-issuer-mismatch", false)]
    public void What_only_the_presentation_secures_is_the_holders_own_word(string name, bool isSound) =>
        (CredentialModel.CheckSelfAsserted(Prepare(Path.Combine(Folder, name + ".json"))).Count == 0).ShouldBe(isSound);

    private static bool IsReason(string file, Problem problem) =>
        $"{problem.Location}: {problem.Detail}".Contains(Reasons[Path.GetFileNameWithoutExtension(file)], StringComparison.Ordinal);

    private static IReadOnlyList<Problem> Check(string file) => Path.GetFileName(file).StartsWith("presentation", StringComparison.Ordinal)
        ? CredentialModel.CheckPresentation(Prepare(file))
        : CredentialModel.Check(Prepare(file));

    private static JsonElement Prepare(string file)
    {
        var text = File.ReadAllText(file)
            .Replace("PAST DATE", "2020-01-01T00:00:00Z", StringComparison.Ordinal)
            .Replace("FUTURE DATE", "2090-01-01T00:00:00Z", StringComparison.Ordinal);
        var json = JsonNode.Parse(text)!.AsObject();
        var name = Path.GetFileName(file);
        if (name == "credential-no-issuer-fail.json" || name.StartsWith("presentation", StringComparison.Ordinal))
        {
            return JsonSerializer.SerializeToElement(json);
        }

        if (!json.ContainsKey("issuer"))
        {
            json["issuer"] = Issuer;
        }
        else if (json["issuer"] is JsonObject issuer && !issuer.ContainsKey("id"))
        {
            issuer["id"] = Issuer;
        }

        return JsonSerializer.SerializeToElement(json);
    }
}
