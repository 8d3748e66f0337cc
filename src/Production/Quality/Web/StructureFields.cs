using Voltloop.Quality.LearnStructure;
using Voltloop.Web.Formatting;

namespace Voltloop.Quality.Web;

/// <summary>Fields of the form for a structure, as typed.</summary>
internal sealed class StructureFields
{
    /// <summary>Variable whose causes are wanted.</summary>
    public string? Target { get; set; }

    /// <summary>Order of stations.</summary>
    public string? Stations { get; set; }

    /// <summary>rank or plain.</summary>
    public string? Scores { get; set; }

    /// <summary>Expected share of false edges, percent.</summary>
    public string? FalseShare { get; set; }

    /// <summary>The same as a request.</summary>
    public StructureRequest Request() => new(Word(Target), Word(Stations), Word(Scores), FalseShare: FormNumber.Of(FalseShare, "falseShare") / 100);

    private static string? Word(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.Trim();
}
