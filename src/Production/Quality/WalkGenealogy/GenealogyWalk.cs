using Voltloop.Core.Problems;
using Voltloop.Record.Events;

namespace Voltloop.Quality.WalkGenealogy;

/// <summary>Walks from finished units back to what they were made of, through the events of the record that the actor may see.</summary>
/// <param name="events">The events.</param>
internal sealed class GenealogyWalk(IEventReader events)
{
    /// <summary>Most units of one walk.</summary>
    public const int MaxUnits = 5_000;

    /// <summary>Most things that are followed.</summary>
    public const int MaxThings = 500_000;

    /// <summary>Steps back: pack, module, cell, lane, coil, slurry, powder.</summary>
    public const int MaxDepth = 6;

    // A read compares every event with every name asked for: few names at a time cost the least.
    private const int NamesOfRead = 16;

    private const EventRoles Made = EventRoles.Epc | EventRoles.Parent | EventRoles.Output | EventRoles.OutputClass;

    /// <summary>What events tell about the units and everything in them, by name.</summary>
    /// <exception cref="ProblemException">The genealogy is larger than one walk.</exception>
    public async Task<IReadOnlyDictionary<string, ThingStory>> ReadAsync(IReadOnlyList<string> units, CancellationToken cancellation)
    {
        if (units.Count > MaxUnits) throw new ProblemException(CommonProblems.LimitExceeded, $"There are {units.Count} units; the limit GenealogyWalk.MaxUnits is {MaxUnits}.", "model");
        var (stories, front) = (new Dictionary<string, ThingStory>(StringComparer.Ordinal), units.ToList());
        for (var depth = 0; depth <= MaxDepth && front.Count > 0; depth++)
        {
            var found = await LookAsync(front, cancellation);
            foreach (var (name, story) in found) stories[name] = story;
            if (stories.Count > MaxThings) throw new ProblemException(CommonProblems.LimitExceeded, $"The genealogy has more than GenealogyWalk.MaxThings ({MaxThings}) things.", "model");
            front = [.. found.Values.SelectMany(story => story.Origins).Select(origin => origin.Name).Distinct(StringComparer.Ordinal).Where(name => !stories.ContainsKey(name))];
        }

        return stories;
    }

    /// <summary>What events tell about things themselves, without what is in them.</summary>
    public async Task<IReadOnlyDictionary<string, ThingStory>> LivesAsync(IEnumerable<string> names, CancellationToken cancellation) =>
        await LookAsync([.. names.Distinct(StringComparer.Ordinal).Take(MaxThings)], cancellation);

    private async Task<Dictionary<string, ThingStory>> LookAsync(List<string> names, CancellationToken cancellation)
    {
        var (stories, seen) = (names.ToDictionary(name => name, name => new ThingStory(name), StringComparer.Ordinal), new HashSet<long>());
        var take = new EventStories(stories);
        foreach (var chunk in names.Chunk(NamesOfRead))
        {
            var scan = new EventScan { Names = [new EventNames(chunk, Made)], Descending = false, Limit = EventScan.MaxLimit };
            for (var more = true; more;)
            {
                var page = await events.ScanAsync(scan, cancellation);
                foreach (var recorded in page.Items) if (seen.Add(recorded.Number)) take.Take(recorded);
                (more, scan) = (page.Next is not null, scan with { After = page.Next });
            }
        }

        return stories;
    }
}
