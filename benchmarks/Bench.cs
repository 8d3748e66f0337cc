namespace Voltloop.Bench;

/// <summary>Comparisons that belong together.</summary>
/// <param name="Name">What <c>./bench</c> is asked for.</param>
/// <param name="Title">What is measured, for a heading.</param>
/// <param name="Peer">What stands beside ours, unless a row says otherwise.</param>
/// <param name="Comparisons">The rows, made when they are wanted.</param>
internal sealed record Bench(string Name, string Title, string Peer, Func<IEnumerable<IComparison>> Comparisons)
{
    /// <summary>True when filling a store takes so long that <c>./bench all</c> leaves it out.</summary>
    public bool IsLong { get; init; }
}
