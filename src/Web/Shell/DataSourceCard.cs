namespace Voltloop.Web.Shell;

/// <summary>A source of data that the page "About" names. Given by the host as <c>IReadOnlyList&lt;DataSourceCard&gt;</c>.</summary>
/// <param name="Title">Name of the data set.</param>
/// <param name="Authors">Who made it.</param>
/// <param name="Licence">Licence, as its SPDX identifier where there is one.</param>
/// <param name="Description">What it holds, in one or two sentences.</param>
public sealed record DataSourceCard(string Title, string Authors, string Licence, string Description)
{
    /// <summary>Address of the data set or its paper.</summary>
    public string? Url { get; init; }

    /// <summary>True for data made up to show what the pages look like.</summary>
    public bool Illustrative { get; init; }
}
