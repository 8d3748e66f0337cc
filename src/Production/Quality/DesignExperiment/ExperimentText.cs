using System.Globalization;

namespace Voltloop.Quality.DesignExperiment;

/// <summary>A plan as a table of text, ready for the response to be filled in.</summary>
internal static class ExperimentText
{
    /// <summary>Comma-separated rows.</summary>
    public static string Of(ExperimentResource plan) => string.Join('\n',
    [
        $"run,standard,block,{string.Join(',', plan.Factors.Select(factor => factor.Name.Replace(',', ' ')))},response",
        .. plan.Runs.Select(run => string.Create(CultureInfo.InvariantCulture, $"{run.Order},{run.Standard},{run.Block},{string.Join(',', run.Levels.Select(level => level.ToString("G7", CultureInfo.InvariantCulture)))},")),
    ]) + "\n";
}
