using System.Globalization;
using System.Text.Json;
using Voltloop.Core.Problems;
using Voltloop.Core.Time;
using Voltloop.Record.Policies;
using Voltloop.Record.Ports;
using Voltloop.Tracing.Model.Sourcing;
using static Voltloop.Tracing.Model.JsonFields;

namespace Voltloop.Tracing.SourceResponsibly;

/// <summary>
/// Holds the lots in a battery against the certificates on record. Term <see cref="Term"/> of a lot or site:
/// <c>[{ "scheme": "…", "number": "…", "issuer": "…", "from": "2027-01-01", "to": "2027-12-31", "document": SHA-256 }]</c>.
/// </summary>
internal sealed class SourcingReader(ILotShares shares, IRecordReader record, ActorWork work)
{
    /// <summary>The term.</summary>
    public const string Term = "sourcingCertificates";

    /// <summary>The report of a thing and an element.</summary>
    /// <exception cref="ProblemException">Nobody signed in, or too much went into the thing.</exception>
    public async Task<SourcingReport> ReadAsync(string thing, string element, CancellationToken cancellation)
    {
        if (work.Actor.IsAnonymous) throw new ProblemException(AccessProblems.SignInRequired, "Origins are for those who may see events.", null, "Sign in at /sign-in, or send an API key or a token.");
        var mix = await shares.ReadAsync(thing, element, cancellation);
        var certificates = await CertificatesAsync(cancellation);
        return SourcingReport.Of(element, mix.Lots, name => certificates.GetValueOrDefault(name) ?? [], DateOnly.FromDateTime(work.Now.UtcDateTime)) with
        {
            MixedByElementMass = mix.ByElementMass,
            MixedByLotMass = mix.ByLotMass,
        };
    }

    private async Task<Dictionary<string, IReadOnlyList<Certificate>>> CertificatesAsync(CancellationToken cancellation)
    {
        var found = new Dictionary<string, IReadOnlyList<Certificate>>(StringComparer.Ordinal);
        await foreach (var one in record.ReadTermAsync(Term, AsOf.Latest, cancellation))
        {
            if (one.Statement.Value.AsElement() is { ValueKind: JsonValueKind.Array } list) found[one.Statement.Thing.Value] = [.. list.EnumerateArray().Select(Read).OfType<Certificate>()];
        }

        return found;
    }

    // Without both days nobody can say what it covers, so it covers nothing.
    private static Certificate? Read(JsonElement entry) => entry.ValueKind == JsonValueKind.Object && Day(entry, "from") is { } from && Day(entry, "to") is { } to
        ? new Certificate(Text(entry, "scheme") ?? "certificate", Text(entry, "number") ?? "", Text(entry, "issuer") ?? "", from, to) { Document = Text(entry, "document") }
        : null;

    private static DateOnly? Day(JsonElement entry, string name) =>
        DateOnly.TryParseExact(Text(entry, name), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
