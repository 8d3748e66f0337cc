namespace Voltloop.Quality.StackTolerances;

/// <summary>How robust a layout of locators is.</summary>
/// <param name="Layout">Name.</param>
/// <param name="Robustness">Root mean square, over points, of the movement for unit errors of all locators: 1 means that errors are passed on as they are.</param>
/// <param name="RootMeanSigma">Root mean square of the standard deviations of the points.</param>
/// <param name="WorstPoint">Point that varies most.</param>
/// <param name="WorstSigma">Its standard deviation.</param>
internal sealed record LayoutResource(string Layout, double Robustness, double RootMeanSigma, string WorstPoint, double WorstSigma);
