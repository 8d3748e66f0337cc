namespace Voltloop.Bench.Fuzz;

/// <summary>A way into the program for bytes from outside: by a request, or by a call where none leads there.</summary>
/// <param name="Name">Name of the target.</param>
/// <param name="Seeds">Sound inputs.</param>
internal sealed record FuzzTarget(string Name, IReadOnlyList<FuzzSeed> Seeds)
{
    /// <summary>The request that carries an input; <c>null</c> for one that cannot be sent.</summary>
    public Func<FuzzSeed, HttpRequestMessage?> Request { get; init; } = _ => null;

    /// <summary>Reads an input here, without a server.</summary>
    public Action<FuzzSeed>? Call { get; init; }
}
