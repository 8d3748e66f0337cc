namespace Voltloop.Bench.Fuzz;

/// <summary>An input that was not answered as bad input should be.</summary>
/// <param name="What">Kind of failure and the first own line of its stack: what two inputs with the same fault share.</param>
/// <param name="Detail">Message and stack.</param>
/// <param name="Input">The input.</param>
internal sealed record FuzzFinding(string What, string Detail, FuzzSeed Input)
{
    private const string Own = "Voltloop.";

    /// <summary>A finding about an error.</summary>
    public static FuzzFinding Of(Exception error, FuzzSeed input)
    {
        var place = error.StackTrace?.Split('\n').FirstOrDefault(line => line.Contains(Own, StringComparison.Ordinal))?.Trim().Split('(')[0] ?? "no own place";
        return new FuzzFinding($"{error.GetType().Name} {place}", error.ToString(), input);
    }
}
