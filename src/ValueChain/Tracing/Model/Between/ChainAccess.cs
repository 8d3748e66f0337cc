namespace Voltloop.Tracing.Model.Between;

/// <summary>The one place that decides whether a node answers another.</summary>
internal static class ChainAccess
{
    /// <summary>Why a question may be answered; <c>null</c> when it may not, whatever the reason.</summary>
    public static Opening? Decide(AskCase asked, IReadOnlyList<OpenRule> rules) =>
        (from rule in rules
         where rule.Covers(asked.Question)
         from reached in asked.From
         where reached.Steps < rule.Depth
         let opening = Open(rule.Ground, asked, reached)
         where opening is not null
         select opening).FirstOrDefault();

    /// <summary>How many steps back a decision may have to look: more for who holds deep grants.</summary>
    public static int Horizon(IReadOnlyList<ChainGrant> grants, ChainQuestion question, IReadOnlyList<OpenRule> rules)
    {
        var partner = rules.Where(rule => rule.Ground == OpenGround.Partner && rule.Covers(question)).Select(rule => rule.Depth);
        var granted = grants.Where(grant => grant.Direction == question.Direction && grant.Purpose == question.Purpose).Select(grant => grant.Depth);
        return partner.Concat(granted).DefaultIfEmpty(1).Max() - 1;
    }

    private static Opening? Open(OpenGround ground, AskCase asked, ReachedFrom reached) => ground switch
    {
        OpenGround.Partner => reached.WasExchanged ? new Opening(ground) : null,
        _ => asked.Grants.FirstOrDefault(grant => grant.Opens(asked, reached)) is { } grant ? new Opening(ground, grant) : null,
    };
}
