using Voltloop.Core.Problems;
using Voltloop.Record.Terms;

namespace Voltloop.Record.Policies;

/// <summary>
/// Who may read which term (Regulation (EU) 2023/1542, Article 77(2) and Annex XIII). The one place where that is decided.
/// </summary>
public sealed class AudiencePolicy
{
    private readonly Dictionary<string, AudienceRule> _audiences;

    internal AudiencePolicy(IReadOnlyList<AudienceRule> audiences)
    {
        Audiences = audiences;
        _audiences = audiences.ToDictionary(audience => audience.Name, StringComparer.Ordinal);
    }

    /// <summary>Everyone, without a login.</summary>
    public const string Public = "public";

    /// <summary>The operator who keeps the passport.</summary>
    public const string Operator = "operator";

    /// <summary>All audiences, in the order of the table.</summary>
    public IReadOnlyList<AudienceRule> Audiences { get; }

    /// <summary>Whether an audience may read the values of a term.</summary>
    /// <exception cref="ProblemException"><see cref="CommonProblems.BadRequest"/> for an audience that is not in the table.</exception>
    public bool MayRead(string audience, Term term) => Get(audience).Points.Contains(term.AccessPoint);

    /// <summary>Whether an audience reads a point of Annex XIII; one that is not in the table reads nothing.</summary>
    public bool Reads(string audience, int point) => _audiences.TryGetValue(audience, out var rule) && rule.Points.Contains(point);

    /// <summary>The rule of an audience.</summary>
    /// <exception cref="ProblemException"><see cref="CommonProblems.BadRequest"/> for an audience that is not in the table.</exception>
    public AudienceRule Get(string audience) => _audiences.GetValueOrDefault(audience) ?? throw new ProblemException(
        CommonProblems.BadRequest, $"There is no audience \"{audience}\".", null, $"Use one of {string.Join(", ", _audiences.Keys)}.");
}
