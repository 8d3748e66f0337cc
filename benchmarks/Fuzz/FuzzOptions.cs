using System.Globalization;

namespace Voltloop.Bench.Fuzz;

/// <summary>What <c>./bench fuzz</c> is asked for.</summary>
/// <param name="Seconds">Time for each target.</param>
/// <param name="Seed">Seed of the changes.</param>
internal sealed record FuzzOptions(double Seconds = 20, int Seed = 1)
{
    /// <summary>The one target that is run, in this process; all, each in its own, when null.</summary>
    public string? Target { get; init; }

    /// <summary>A file to read once instead of changing seeds.</summary>
    public string? File { get; init; }

    /// <summary>Options of the command line; <c>null</c> when they are not of their form.</summary>
    public static FuzzOptions? Read(ReadOnlySpan<string> words)
    {
        var options = new FuzzOptions();
        for (; words.Length >= 2; words = words[2..])
        {
            if (options.With(words[0], words[1]) is not { } more) return null;
            options = more;
        }

        return words.IsEmpty ? options : null;
    }

    private FuzzOptions? With(string name, string value) => name switch
    {
        "--seconds" when double.TryParse(value, CultureInfo.InvariantCulture, out var seconds) && seconds > 0 => this with { Seconds = seconds },
        "--seed" when int.TryParse(value, CultureInfo.InvariantCulture, out var seed) => this with { Seed = seed },
        "--target" => this with { Target = value },
        "--file" => this with { File = value },
        _ => null,
    };
}
