using Voltloop.Health.Model.Grading;
using Voltloop.Health.Web;

namespace Voltloop.Health.GradeSecondLife;

/// <summary>Grades tables that come from the page and keeps the last reports.</summary>
internal sealed class GradingBench(GradingDesk desk)
{
    private readonly ResultShelf<GradingReport> _reports = new();

    /// <summary>Grades a table and keeps the report under a name.</summary>
    public async Task<string> GradeAsync(string text, GradingPolicy policy, int moduleSize, CancellationToken cancellation)
    {
        var report = await Task.Run(() => desk.Grade(text, policy, moduleSize, cancellation), cancellation);
        return _reports.Keep($"{policy}\n{moduleSize}\n{text}", report);
    }

    /// <summary>A report; <c>null</c> when it is no longer kept.</summary>
    public GradingReport? Find(string name) => _reports.Find(name);
}
