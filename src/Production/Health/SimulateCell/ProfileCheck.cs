using Voltloop.Core.Problems;
using Voltloop.Kernels.CellModel;

namespace Voltloop.Health.SimulateCell;

/// <summary>Takes a profile only when it can be followed.</summary>
internal static class ProfileCheck
{
    /// <summary>The stretches of one current.</summary>
    /// <param name="profile">The profile.</param>
    /// <param name="most">Largest current, A.</param>
    /// <exception cref="ProblemException">It is empty, too long, not finite, or its time does not grow.</exception>
    public static IReadOnlyList<CurrentPiece> Pieces(CurrentProfile profile, double most)
    {
        var (seconds, amperes) = (profile.Seconds ?? [], profile.Amperes ?? []);
        if (seconds.Count != amperes.Count || seconds.Count < 2) throw Refuse($"{seconds.Count} moments and {amperes.Count} currents are no profile: as many of both are needed, 2 or more.");
        if (seconds.Count > SimulationRequest.MaxRows) throw new ProblemException(CommonProblems.LimitExceeded, $"The profile has {seconds.Count} rows; the limit SimulationRequest.MaxRows is {SimulationRequest.MaxRows}.", "profile");
        var pieces = new CurrentPiece[seconds.Count - 1];
        for (var i = 0; i < pieces.Length; i++)
        {
            pieces[i] = new CurrentPiece(seconds[i + 1] - seconds[i], amperes[i]);
            if (!(pieces[i].Seconds > 0) || !double.IsFinite(seconds[i + 1])) throw Refuse(FormattableString.Invariant($"The time does not grow after row {i + 1} ({seconds[i]} s, then {seconds[i + 1]} s)."));
            if (!(Math.Abs(pieces[i].Ampere) <= most)) throw Refuse(FormattableString.Invariant($"Row {i + 1} has {pieces[i].Ampere} A; at most {most} A can be followed (SimulationRequest.MaxProfileRate)."));
        }

        var length = seconds[^1] - seconds[0];
        return length <= SimulationRequest.MaxSeconds ? pieces
            : throw new ProblemException(CommonProblems.LimitExceeded, FormattableString.Invariant($"The profile lasts {length} s; the limit SimulationRequest.MaxSeconds is {SimulationRequest.MaxSeconds}."), "profile");
    }

    private static ProblemException Refuse(string why) => new(CommonProblems.InvalidValue, why, "profile");
}
