namespace Voltloop.Quality.DesignChart;

/// <summary>Average run length at a shift.</summary>
/// <param name="Shift">Shift of the mean, standard deviations of a plotted sample; 0 in control.</param>
/// <param name="Points">Points until a signal; absent when there never is one.</param>
/// <param name="StandardError">Standard error of a simulation, points; 0 when it was computed.</param>
/// <param name="Method">How it was found.</param>
internal sealed record RunLengthRow(double Shift, double? Points, double StandardError, string Method);
