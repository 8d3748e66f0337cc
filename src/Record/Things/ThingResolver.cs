using Voltloop.Core.Identities;
using Voltloop.Core.Problems;
using Voltloop.Record.Ports;

namespace Voltloop.Record.Things;

/// <summary>Finds the thing that a person means by an identifier, a serial number or a name.</summary>
/// <param name="record">Where to look.</param>
public sealed class ThingResolver(IRecordReader record)
{
    private const int MostShown = 20;

    /// <summary>The thing.</summary>
    /// <exception cref="ProblemException">None, or more than one, fits.</exception>
    public async Task<Thing> FindAsync(string text, CancellationToken cancellation)
    {
        if (ThingId.TryParse(text, out var id) && await record.FindThingAsync(id, cancellation).ConfigureAwait(false) is { } thing) return thing;
        var named = await record.ListThingsAsync(new ThingQuery { Identifier = text, Limit = MostShown }, cancellation).ConfigureAwait(false);
        if (named.Items.Count == 1) return named.Items[0];
        var found = await record.ListThingsAsync(new ThingQuery { Text = text, Limit = MostShown }, cancellation).ConfigureAwait(false);
        var exact = found.Items.Where(candidate => IsNamed(candidate, text)).ToList();
        var fitting = exact.Count > 0 ? exact : found.Items;
        return fitting.Count switch
        {
            1 => fitting[0],
            0 => throw new ProblemException(CommonProblems.NotFound, $"Nothing in the record is called \"{text}\"."),
            _ => throw new ProblemException(
                CommonProblems.BadRequest, $"\"{text}\" fits {string.Join(", ", fitting.Take(5).Select(candidate => candidate.Id.Value))} and perhaps more.", null, "Give the whole identifier."),
        };
    }

    private static bool IsNamed(Thing thing, string text) =>
        thing.Aliases.Append(thing.Label).Any(name => string.Equals(name, text, StringComparison.OrdinalIgnoreCase));
}
