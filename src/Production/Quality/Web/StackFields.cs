using Voltloop.Quality.StackTolerances;
using Voltloop.Web.Formatting;

namespace Voltloop.Quality.Web;

/// <summary>Fields of the stack-up editor, as typed.</summary>
internal sealed class StackFields
{
    /// <summary>The contributors, a line each.</summary>
    public string? Rows { get; set; }

    /// <summary>Result to simulate.</summary>
    public string? Stack { get; set; }

    /// <summary>Lower limit.</summary>
    public string? Lsl { get; set; }

    /// <summary>Upper limit.</summary>
    public string? Usl { get; set; }

    /// <summary>Assemblies.</summary>
    public string? Runs { get; set; }

    /// <summary>Seed.</summary>
    public string? Seed { get; set; }

    /// <summary>Half width to choose tolerances for.</summary>
    public string? Allocate { get; set; }

    /// <summary>rss or worst.</summary>
    public string? By { get; set; }

    /// <summary>The same as a request.</summary>
    public StackRequest Request() => new(Stack?.Trim(), FormNumber.Of(Lsl, "lsl"), FormNumber.Of(Usl, "usl"), (long?)FormNumber.Of(Runs, "runs"), (int?)FormNumber.Of(Seed, "seed"), FormNumber.Of(Allocate, "allocate"), By);
}
