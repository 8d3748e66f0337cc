using System.Diagnostics.CodeAnalysis;
using Voltloop.Core.Problems;
using Voltloop.Tracing.Model.Between;

namespace Voltloop.Tracing.AskHolders;

/// <summary>The state of one walk: what was seen, and what is still to be looked at, nearest first.</summary>
internal sealed class WalkRun
{
    private const string Here = "";

    private readonly int _hops;
    private readonly Queue<WalkStop> _ahead = new();
    private readonly List<(WalkPlace Place, int Over)> _places = [];
    private readonly HashSet<(string Thing, string Holder)> _seen = [];
    private bool _isCut;

    public WalkRun(ChainQuestion question, PartnerBook book, (int Hops, bool IsFresh) how)
    {
        (Question, Book, _hops, IsFresh) = (question, book, how.Hops, how.IsFresh);
        _ahead.Enqueue(new WalkStop(question.Thing, null, -1, 0));
    }

    /// <summary>The question for the first thing.</summary>
    public ChainQuestion Question { get; }

    /// <summary>Who is who.</summary>
    public PartnerBook Book { get; }

    /// <summary>Whether kept answers are asked again.</summary>
    public bool IsFresh { get; }

    /// <summary>Nodes that did not answer, and why: they are not waited for twice.</summary>
    public Dictionary<string, Problem> Down { get; } = new(StringComparer.Ordinal);

    /// <summary>Places looked at.</summary>
    public int Count => _places.Count;

    /// <summary>The next place to look at.</summary>
    public bool TryTake([NotNullWhen(true)] out WalkStop? stop) => _ahead.TryDequeue(out stop);

    /// <summary>What to do at a place: <see cref="WalkState.Own"/> looks here, <see cref="WalkState.Answered"/> asks, everything else is known already.</summary>
    public WalkState Kind(WalkStop stop)
    {
        if (!_seen.Add((stop.Thing, stop.Holder?.Called ?? Here))) return WalkState.Seen;
        if (stop.Holder is null) return WalkState.Own;
        if (stop.Holder.Did is null) return WalkState.Nameless;
        return stop.Hops > _hops || (_hops == 1 && stop.IsInside) ? WalkState.Named : WalkState.Answered;
    }

    /// <summary>A place as it is shown.</summary>
    public WalkPlace Place(WalkStop stop, WalkState state) => new(stop.Thing, state)
    {
        Level = stop.Level, Holder = stop.Holder?.Did ?? stop.Holder?.Called ?? Here, HolderName = stop.Holder?.Name,
    };

    /// <summary>Takes note of where a place leads.</summary>
    /// <param name="stop">The place.</param>
    /// <param name="holders">Whom the thing came from or went to.</param>
    /// <param name="next">What is one step further.</param>
    public void Follow(WalkStop stop, IReadOnlyList<ChainParty> holders, IReadOnlyList<NextThing> next)
    {
        foreach (var holder in holders) Go(stop, stop.Thing, holder);
        foreach (var thing in next)
        {
            foreach (var holder in thing.Holders) Go(stop, thing.Id, holder);
            if (thing.Holders.Count == 0) _ahead.Enqueue(new WalkStop(thing.Id, stop.Holder, _places.Count, stop.Level + 1) { Hops = stop.Hops, IsInside = true });
        }
    }

    /// <summary>Adds a place that was looked at.</summary>
    public WalkPlace Add(WalkStop stop, WalkPlace place)
    {
        _places.Add((place, stop.Over));
        return place;
    }

    /// <summary>Notes that time ran out.</summary>
    public void Interrupt() => _isCut = true;

    /// <summary>The walk: what lies behind a place follows it.</summary>
    public ChainWalk End()
    {
        var behind = Enumerable.Range(0, _places.Count).ToLookup(i => _places[i].Over);
        var ordered = new List<WalkPlace>(_places.Count);
        var open = new Stack<int>(behind[-1]);
        while (open.TryPop(out var i))
        {
            ordered.Add(_places[i].Place);
            foreach (var child in behind[i].Reverse()) open.Push(child);
        }

        return new ChainWalk(Question.Thing, ChainWords.Of(Question.Direction), Question.Purpose, ordered, _isCut || _ahead.Count > 0);
    }

    // What others call a party may mean this organisation, or somebody whose node only this one knows.
    private void Go(WalkStop from, string thing, ChainParty holder)
    {
        if (Book.IsOwn(holder.Called) || (holder.Did is { } did && Book.IsOwn(did)))
        {
            _ahead.Enqueue(new WalkStop(thing, null, _places.Count, from.Level + 1) { Hops = from.Hops });
            return;
        }

        var known = Book.Party(holder.Did ?? holder.Called);
        var party = known with { Called = holder.Did ?? known.Did ?? holder.Called, Did = holder.Did ?? known.Did, Name = known.Name ?? holder.Name };
        _ahead.Enqueue(new WalkStop(thing, party, _places.Count, from.Level + 1) { Hops = from.Hops + 1 });
    }
}
