using System.Text.Json;
using Voltloop.Core.Problems;

namespace Voltloop.Record.Proofs.Credentials;

/// <summary>Checks credentials and presentations against the W3C Verifiable Credentials Data Model 2.0, without loading contexts.</summary>
public static class CredentialModel
{
    private const string Enveloped = "EnvelopedVerifiableCredential";

    private static readonly string[] TypedProperties = ["credentialStatus", "refreshService", "termsOfUse", "evidence", "proof"];

    /// <summary>What a credential breaks; nothing when it is sound. It must name its issuer: nothing is filled in.</summary>
    public static IReadOnlyList<Problem> Check(JsonElement credential)
    {
        var findings = new ModelFindings();
        CheckCredential(credential, findings);
        return findings.Problems;
    }

    /// <summary>What a presentation or a credential in it breaks.</summary>
    public static IReadOnlyList<Problem> CheckPresentation(JsonElement presentation)
    {
        var findings = new ModelFindings();
        var rules = new PropertyRules(new ContextTerms(presentation, findings), findings);
        rules.Type(presentation, "", "VerifiablePresentation");
        rules.Id(presentation, "");
        rules.Party(presentation, "holder");
        rules.Typed(presentation, "proof");
        foreach (var credential in JsonRead.OneOrMany(presentation, "verifiableCredential"))
        {
            CheckPresented(credential, findings);
        }

        return findings.Problems;
    }

    /// <summary>
    /// What speaks against credentials that nothing but the presentation secures (section 4.13.4): they are the holder's own
    /// words, so a holder must be named and be their issuer.
    /// </summary>
    public static IReadOnlyList<Problem> CheckSelfAsserted(JsonElement presentation)
    {
        var findings = new ModelFindings();
        var holder = JsonRead.Member(presentation, "holder") is { ValueKind: JsonValueKind.Object } named
            ? JsonRead.TextOf(named, "id")
            : JsonRead.TextOf(presentation, "holder");
        foreach (var credential in JsonRead.OneOrMany(presentation, "verifiableCredential").Where(IsUnsecured))
        {
            findings.Expect(holder is not null, "/holder", "A credential without proof is the holder's own word, but no holder is named.");
            findings.Expect(JwtClaims.CredentialIssuer(credential) == holder, "/verifiableCredential", "A credential without proof is of another issuer than the holder.");
        }

        return findings.Problems;
    }

    /// <summary>Refuses a credential that breaks the model.</summary>
    /// <exception cref="ProblemException">The first thing that it breaks.</exception>
    public static void Require(JsonElement credential)
    {
        if (Check(credential).FirstOrDefault() is { } problem)
        {
            throw new ProblemException(problem);
        }
    }

    private static void CheckCredential(JsonElement credential, ModelFindings findings)
    {
        if (!findings.Expect(credential.ValueKind == JsonValueKind.Object, "", "A credential must be an object."))
        {
            return;
        }

        var rules = new PropertyRules(new ContextTerms(credential, findings), findings);
        rules.Type(credential, "", "VerifiableCredential");
        rules.Id(credential, "");
        findings.Expect(JsonRead.Member(credential, "issuer") is not null, "/issuer", "A credential must name its issuer.");
        rules.Party(credential, "issuer");
        rules.Language(credential, "");
        CheckSubjects(credential, rules, findings);
        CheckPeriod(rules.Moment(credential, "validFrom"), rules.Moment(credential, "validUntil"), findings);
        CheckOptional(credential, rules);
    }

    private static void CheckOptional(JsonElement credential, PropertyRules rules)
    {
        foreach (var name in TypedProperties)
        {
            rules.Typed(credential, name);
        }

        rules.Typed(credential, "credentialSchema", idRequired: true);
    }

    private static void CheckSubjects(JsonElement credential, PropertyRules rules, ModelFindings findings)
    {
        JsonElement[] subjects = [.. JsonRead.OneOrMany(credential, "credentialSubject")];
        findings.Expect(subjects.Length > 0, "/credentialSubject", "A credential must be about somebody or something.");
        foreach (var subject in subjects)
        {
            var isObject = subject.ValueKind == JsonValueKind.Object && subject.EnumerateObject().Any();
            if (findings.Expect(isObject, "/credentialSubject", "A subject must be an object with at least one claim."))
            {
                rules.Id(subject, "/credentialSubject");
            }
        }
    }

    private static void CheckPeriod(DateTimeOffset? from, DateTimeOffset? until, ModelFindings findings) =>
        findings.Expect(from is null || until is null || from <= until, "/validUntil", "The credential ends before it begins.");

    private static void CheckPresented(JsonElement credential, ModelFindings findings)
    {
        var isEnvelope = JsonRead.OneOrMany(credential, "type").Any(type => type.ValueKind == JsonValueKind.String && type.GetString() == Enveloped);
        if (isEnvelope)
        {
            _ = new ContextTerms(credential, findings);
            var isData = JsonRead.TextOf(credential, "id")?.StartsWith("data:application/", StringComparison.Ordinal) ?? false;
            findings.Expect(isData, "/verifiableCredential/id", "An enveloped credential must be a data: URL of an application type.");
        }
        else
        {
            CheckCredential(credential, findings);
        }
    }

    private static bool IsUnsecured(JsonElement credential) => JsonRead.Member(credential, "proof") is null
        && !JsonRead.OneOrMany(credential, "type").Any(type => type.ValueKind == JsonValueKind.String && type.GetString() == Enveloped);
}
