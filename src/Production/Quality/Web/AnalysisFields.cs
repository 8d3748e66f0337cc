namespace Voltloop.Quality.Web;

/// <summary>Fields of the form that takes runs with their responses, as typed.</summary>
internal sealed class AnalysisFields
{
    /// <summary>The runs, a line each.</summary>
    public string? Runs { get; set; }

    /// <summary>Column of the response.</summary>
    public string? Response { get; set; }

    /// <summary>main, interactions or quadratic.</summary>
    public string? Model { get; set; }
}
