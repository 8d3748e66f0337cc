using Voltloop.Quality.PredictQuality;
using Voltloop.Web.Formatting;

namespace Voltloop.Quality.Web;

/// <summary>Fields of the form for a gate, as typed.</summary>
internal sealed class GateFields
{
    /// <summary>Column to predict.</summary>
    public string? Outcome { get; set; }

    /// <summary>Column of groups.</summary>
    public string? Group { get; set; }

    /// <summary>Last stage.</summary>
    public string? Stage { get; set; }

    /// <summary>Lower limit.</summary>
    public string? Lsl { get; set; }

    /// <summary>Upper limit.</summary>
    public string? Usl { get; set; }

    /// <summary>Coverage of the intervals, percent.</summary>
    public string? Confidence { get; set; }

    /// <summary>Cost of a bad unit that passes.</summary>
    public string? CostEscape { get; set; }

    /// <summary>Cost of measuring a unit.</summary>
    public string? CostMeasure { get; set; }

    /// <summary>Cost of a good unit thrown away.</summary>
    public string? CostScrap { get; set; }

    /// <summary>The same as a request.</summary>
    public GateRequest Request() => new(
        Word(Outcome), Word(Group), Word(Stage), FormNumber.Of(Lsl, "lsl"), FormNumber.Of(Usl, "usl"), FormNumber.Of(Confidence, "confidence") / 100,
        FormNumber.Of(CostEscape, "costEscape"), FormNumber.Of(CostMeasure, "costMeasure"), FormNumber.Of(CostScrap, "costScrap"));

    private static string? Word(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.Trim();
}
