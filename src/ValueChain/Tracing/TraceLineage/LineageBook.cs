using System.Text.Json;
using Voltloop.Core.Problems;
using Voltloop.Kernels.Lineage;
using Voltloop.Record.Events;
using Voltloop.Record.Events.Hashing;
using Voltloop.Tracing.Model.Genealogy;

namespace Voltloop.Tracing.TraceLineage;

/// <summary>The lineage as it grows, event by event: a base and what came since. One writer; what it gives out stays as it is.</summary>
internal sealed class LineageBook
{
    private static readonly EventGenealogy Genealogy = new(new EventKeyReader(EventNamespaces.Official).Canonical);
    private LineageDelta _delta;
    private NodeNames _names;
    private List<(GenealogyStep Step, int Event)>? _since;

    /// <summary>Goes on from a base that holds all events up to a place.</summary>
    public LineageBook(LineageBase rows, LineagePlace read) => (_delta, _names, Read) = (new LineageDelta(rows), new NodeNames(rows.Names), read);

    /// <summary>How far it has read.</summary>
    public LineagePlace Read { get; private set; }

    /// <summary>Edges of the base.</summary>
    public int BaseEdges => _delta.Base.Edges;

    /// <summary>Edges and closings since the base.</summary>
    public int Changes => _delta.Added + _delta.Closed;

    /// <summary>Whether a merge has begun and not ended.</summary>
    public bool IsMerging => _since is not null;

    /// <summary>An empty book.</summary>
    public static LineageBook Begin() => new(LineageBase.Empty, default);

    /// <summary>Takes in the next event.</summary>
    /// <exception cref="ProblemException">There is more than a graph can hold.</exception>
    public void Apply(RecordedEvent recorded)
    {
        using var json = JsonDocument.Parse(recorded.Json);
        // An event that was declared an error never happened.
        if (!json.RootElement.TryGetProperty("errorDeclaration", out _))
        {
            foreach (var step in Genealogy.Of(json.RootElement, recorded.Hash.ToString())) Apply(step, checked((int)recorded.Number));
        }

        Read = new LineagePlace(recorded.Number, recorded.Assertion);
    }

    /// <summary>The lineage as of now.</summary>
    public LineageSnapshot Snapshot() => new(_delta.Graph(_names.Count), _names, Read);

    /// <summary>Says that a base of the lineage as of now is being written: what comes meanwhile is remembered.</summary>
    public LineageSnapshot BeginMerge()
    {
        _since = [];
        return Snapshot();
    }

    /// <summary>Goes on from the base that was written.</summary>
    public void EndMerge(LineageBase rows)
    {
        var since = _since!;
        (_since, _delta, _names) = (null, new LineageDelta(rows), new NodeNames(rows.Names));
        foreach (var (step, number) in since) Apply(step, number);
    }

    /// <summary>Goes on as before: the base could not be written.</summary>
    public void GiveUpMerge() => _since = null;

    private void Apply(GenealogyStep step, int number)
    {
        _since?.Add((step, number));
        var (to, at) = (Node(step.To), Seconds(step.At));
        if (step is { Removes: true, Empties: true }) _delta.Empty(to, at);
        else if (step.Removes) _delta.Remove(Node(step.From), to, at);
        else _delta.Add(new LineageEdge(Node(step.From), to, step.Kind, at) { Mass = (float)step.Mass, Position = step.Position, Tag = number });
    }

    private int Node(string name) => _names.Find(name) is var node and >= 0 ? node
        : _names.Count < LineageLink.MaxNodes ? _names.FindOrAdd(name)
        : throw new ProblemException(CommonProblems.LimitExceeded, $"The record names more than {LineageLink.MaxNodes} things.");

    private static uint Seconds(DateTimeOffset moment) => (uint)Math.Clamp(moment.ToUnixTimeSeconds(), 0, LineageEdge.Open - 1);
}
