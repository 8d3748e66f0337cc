using System.Globalization;
using System.Text.Json.Nodes;
using Voltloop.Core.Problems;
using Voltloop.Record.Ports;

namespace Voltloop.Passport.ServeEn18222;

/// <summary>Creates many passports: all of them or none, or all that can be taken.</summary>
internal sealed class DppBatchCreator(DppCreator creator, IRecordWriter writer)
{
    /// <summary>Creates the passports.</summary>
    /// <param name="rows">Documents of passports.</param>
    /// <param name="proceed">Takes the good rows when others are bad.</param>
    /// <exception cref="BatchFailure">A row is bad and <paramref name="proceed"/> is false; nothing is written.</exception>
    public Task<BatchOutcome> CreateAsync(JsonArray rows, bool proceed, CancellationToken cancellation) => creator.AloneAsync(async () =>
    {
        var (plans, refused) = await PlanAsync(rows, cancellation).ConfigureAwait(false);
        if (refused.Count > 0 && !proceed) throw new BatchFailure(refused);
        var writes = Pack(plans);
        if (writes.Count > 1 && !proceed) throw TooLarge(plans);
        foreach (var write in writes) await writer.WriteAsync(write, cancellation).ConfigureAwait(false);
        return new BatchOutcome(plans.Select(plan => plan.DppId).ToList(), refused);
    }, cancellation);

    private async Task<(List<DppPlan> Plans, List<Problem> Refused)> PlanAsync(JsonArray rows, CancellationToken cancellation)
    {
        var (plans, refused) = (new List<DppPlan>(rows.Count), new List<Problem>());
        var names = new HashSet<string>(StringComparer.Ordinal);
        for (var row = 0; row < rows.Count; row++)
        {
            try
            {
                var plan = await creator.PlanAsync(rows[row], cancellation).ConfigureAwait(false);
                CheckTwice(plan, names);
                plans.Add(plan);
            }
            catch (ProblemException fault)
            {
                refused.Add(fault.Problem with { Location = "/" + row.ToString(CultureInfo.InvariantCulture) + fault.Problem.Location });
            }
        }

        return (plans, refused);
    }

    private static void CheckTwice(DppPlan plan, HashSet<string> names)
    {
        if (names.Contains(plan.Thing.Id.Value) || names.Contains(plan.DppId))
            throw new ProblemException(CommonProblems.Conflict, $"\"{plan.DppId}\" is in the batch twice.", "/uniqueProductIdentifier");
        names.Add(plan.Thing.Id.Value);
        names.Add(plan.DppId);
    }

    // As few writes as the limits of one write allow.
    private static List<WriteBatch> Pack(List<DppPlan> plans)
    {
        var (writes, open, statements) = (new List<WriteBatch>(), new List<DppPlan>(), 0);
        foreach (var plan in plans)
        {
            if (statements + plan.Assertion.Statements.Count > WriteLimits.MaxStatements || open.Count == WriteLimits.MaxThings) Close();
            open.Add(plan);
            statements += plan.Assertion.Statements.Count;
        }

        if (open.Count > 0) Close();
        return writes;

        void Close()
        {
            writes.Add(new WriteBatch { Things = open.Select(plan => plan.Thing).ToList(), Assertions = open.Select(plan => plan.Assertion).ToList() });
            open.Clear();
            statements = 0;
        }
    }

    private static ProblemException TooLarge(List<DppPlan> plans) => new(
        CommonProblems.LimitExceeded,
        $"The batch has {plans.Sum(plan => plan.Assertion.Statements.Count).ToString(CultureInfo.InvariantCulture)} elements; all or nothing is possible up to {WriteLimits.MaxStatements} (WriteLimits.MaxStatements).",
        null, "Send less at once, or name onError=proceed.");
}
