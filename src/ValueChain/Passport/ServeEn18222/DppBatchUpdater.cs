using System.Globalization;
using System.Text.Json.Nodes;
using Voltloop.Core.Problems;
using Voltloop.Passport.Model;
using Voltloop.Record.Ports;
using Voltloop.Record.Statements;
using Voltloop.Record.Things;

namespace Voltloop.Passport.ServeEn18222;

/// <summary>
/// Updates many passports: all of them or none, or all that can be taken. It is one write, and what one issuer says of all
/// of them is one assertion: a gateway in front of a thousand batteries costs one signature and one commit.
/// </summary>
internal sealed class DppBatchUpdater(IRecordWriter writer, DppFinder finder, DppUpdater updater, DppLocks locks)
{
    /// <summary>Most passports of a batch.</summary>
    public const int MaxRows = 10_000;

    private const string DppId = "digitalProductPassportId";

    /// <summary>Applies a merge patch per row; the row names its passport in the header.</summary>
    /// <param name="rows">Merge patches.</param>
    /// <param name="options">Whether good rows are taken when others are bad, and whether null is an error.</param>
    /// <exception cref="BatchFailure">A row is bad and the good ones are not to be taken; nothing is written.</exception>
    /// <exception cref="ProblemException">The batch is too large.</exception>
    public async Task<BatchUpdate> UpdateAsync(JsonArray rows, (bool Proceed, bool RefusesNull) options, CancellationToken cancellation)
    {
        if (rows.Count > MaxRows) throw TooLarge($"{rows.Count} passports; at most {MaxRows} are taken (DppBatchUpdater.MaxRows).");
        var (found, refused) = (new List<Target>(rows.Count), new List<Problem>());
        for (var row = 0; row < rows.Count; row++)
        {
            if (await TryAsync(row, refused, () => FindAsync(rows[row], options.RefusesNull, cancellation)).ConfigureAwait(false) is { } target) found.Add(target with { Row = row });
        }

        CheckTwice(found, refused);
        return await locks.RunAllAsync([.. found.Select(target => target.Thing.Id)], () => UpdateAsync(found, refused, options.Proceed, cancellation), cancellation).ConfigureAwait(false);
    }

    private async Task<BatchUpdate> UpdateAsync(List<Target> found, List<Problem> refused, bool proceed, CancellationToken cancellation)
    {
        var edits = new List<DppEdit>(found.Count);
        foreach (var target in found)
        {
            if (await TryAsync(target.Row, refused, () => updater.PlanAsync(target.Change, target.Thing, cancellation)).ConfigureAwait(false) is { } edit) edits.Add(edit);
        }

        if (refused.Count > 0 && !proceed) throw new BatchFailure(refused);
        var written = edits.Where(edit => edit.Statements.Count > 0).ToList();
        if (written.Count > 0) await WriteAsync(written, cancellation).ConfigureAwait(false);
        return new BatchUpdate(written.Count, edits.Count - written.Count, refused);
    }

    private Task WriteAsync(List<DppEdit> edits, CancellationToken cancellation)
    {
        var count = edits.Sum(edit => edit.Statements.Count);
        if (count > WriteLimits.MaxStatements) throw TooLarge($"The batch has {count} elements; at most {WriteLimits.MaxStatements} are taken at once (WriteLimits.MaxStatements).");
        var assertions = edits.GroupBy(edit => edit.Issuer, StringComparer.Ordinal).Select(said => new Assertion(said.Key, [.. said.SelectMany(edit => edit.Statements)]));
        return writer.WriteAsync(new WriteBatch { Assertions = [.. assertions] }, cancellation);
    }

    private async Task<Target?> FindAsync(JsonNode? row, bool refusesNull, CancellationToken cancellation)
    {
        var patch = row as JsonObject ?? throw new ProblemException(CommonProblems.MalformedInput, "A row is a merge patch, which is a JSON object.");
        var id = patch[DppId] is JsonValue value && value.TryGetValue<string>(out var text) ? text : throw new ProblemException(
            CommonProblems.InvalidValue, "A row names the passport that it is about.", JsonPointer.Join("", DppId));
        var thing = await finder.ThingAsync(id, cancellation).ConfigureAwait(false) ?? throw DppFinder.Absent();
        return new Target(0, thing, new DppChange(id, FullPatch.OfPassport(patch), null, refusesNull));
    }

    // In which order two patches of one passport would count, nobody says.
    private static void CheckTwice(List<Target> found, List<Problem> refused)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var twice in found.Where(target => !seen.Add(target.Thing.Id.Value)).ToList())
        {
            found.Remove(twice);
            refused.Add(new Problem(CommonProblems.Conflict, $"\"{twice.Change.DppId}\" is in the batch twice.", At(twice.Row, JsonPointer.Join("", DppId))));
        }
    }

    private static async Task<T?> TryAsync<T>(int row, List<Problem> refused, Func<Task<T>> work)
    {
        try
        {
            return await work().ConfigureAwait(false);
        }
        catch (ProblemException fault)
        {
            refused.Add(fault.Problem with { Location = At(row, fault.Problem.Location) });
            return default;
        }
    }

    private static string At(int row, string? location) => "/" + row.ToString(CultureInfo.InvariantCulture) + location;

    private static ProblemException TooLarge(string detail) => new(CommonProblems.LimitExceeded, detail, null, "Send less at once.");

    private sealed record Target(int Row, Thing Thing, DppChange Change);
}
