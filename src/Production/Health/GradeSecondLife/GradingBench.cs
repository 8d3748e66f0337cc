using System.Security.Cryptography;
using System.Text;
using Voltloop.Health.Model.Grading;

namespace Voltloop.Health.GradeSecondLife;

/// <summary>Keeps the last reports that people asked for on the page, by their content.</summary>
internal sealed class GradingBench(GradingDesk desk)
{
    private const int Kept = 20;
    private const int NameLength = 16;
    private readonly Lock _turn = new();
    private readonly LinkedList<(string Name, GradingReport Report)> _reports = [];

    /// <summary>Grades a table and keeps the report under a name.</summary>
    public async Task<string> GradeAsync(string text, GradingPolicy policy, int moduleSize, CancellationToken cancellation)
    {
        var report = await Task.Run(() => desk.Grade(text, policy, moduleSize, cancellation), cancellation);
        var name = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{policy}\n{moduleSize}\n{text}")))[..NameLength];
        lock (_turn)
        {
            _reports.AddFirst((name, report));
            while (_reports.Count > Kept) _reports.RemoveLast();
        }

        return name;
    }

    /// <summary>A report; <c>null</c> when it is no longer kept.</summary>
    public GradingReport? Find(string name)
    {
        lock (_turn) return _reports.FirstOrDefault(one => string.Equals(one.Name, name, StringComparison.Ordinal)).Report;
    }
}
