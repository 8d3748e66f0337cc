using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Voltloop.Core.Canonical;
using Voltloop.Core.Identities;
using Voltloop.Core.Problems;
using Voltloop.Passport.ExportPassport;
using Voltloop.Passport.Model;
using Voltloop.Passport.ReadPassport;
using Voltloop.Record.Log;
using Voltloop.Record.Policies;
using Voltloop.Record.Proofs.Credentials;
using Voltloop.Record.Signing;
using Voltloop.Record.Terms;

namespace Voltloop.Passport.ProvePassport;

/// <summary>Issues passports that anybody can verify offline: signed by the node, each value with its way into the log.</summary>
internal sealed class PassportProver(PassportReader reader, Vocabulary vocabulary, IRecordLog log, TimeProvider time)
{
    private const int SaltBytes = 16;

    /// <summary>The passport as one audience may read it, as text in a form of <see cref="ProofFormat"/>.</summary>
    /// <exception cref="ProblemException">Unknown form, thing or audience, or the node has no key.</exception>
    public async Task<string> ProveAsync(ThingId id, string format, ExportScope scope, CancellationToken cancellation = default)
    {
        ProofFormat.Require(format);
        var now = time.GetUtcNow();
        var issuer = log.Keys.Current();
        using var key = issuer.Key;
        var isSelective = string.Equals(format, ProofFormat.SdJwt, StringComparison.Ordinal);
        var view = await reader.ReadAsync(id, scope.AsOf, isSelective ? AudiencePolicy.Operator : scope.Audience, cancellation).ConfigureAwait(false);
        var credential = PassportCredential.Write(view.Thing, [.. view.Entries.Select(entry => entry.Recorded)], log, now);
        return format switch
        {
            ProofFormat.DataIntegrity => Integral(credential, issuer, now),
            ProofFormat.SdJwt => Selective(credential, view, issuer, now).ShowGroups(GroupsOf(scope.Audience)).ToString(),
            _ => VcJwt.Sign(credential, issuer, now),
        };
    }

    // Canonical bytes: then every changed byte of the file is a changed signature, not only a changed value.
    private static string Integral(JsonElement credential, IssuerKey issuer, DateTimeOffset now)
    {
        var signed = DataIntegrity.Sign(credential, issuer, new ProofOptions(now));
        return Encoding.UTF8.GetString(CanonicalJson.Of(JsonSerializer.SerializeToElement(signed)));
    }

    private static IssuedSdJwt Selective(JsonElement credential, PassportView view, IssuerKey issuer, DateTimeOffset now)
    {
        var marks = PassportCredential.Marks(view.Entries.Select(entry => (entry.Term.Id, GroupOf(entry.Term.AccessPoint))));
        return SdJwtIssuer.Issue(credential, marks, issuer, new SdOptions(NewSalt, now));
    }

    private static string NewSalt() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SaltBytes));

    private static string GroupOf(int point) => point.ToString(CultureInfo.InvariantCulture);

    private HashSet<string> GroupsOf(string audience) => [.. vocabulary.Audiences.Get(audience).Points.Select(GroupOf)];
}
