using Microsoft.Extensions.DependencyInjection;
using Voltloop.Web.Composition;

namespace Voltloop.Tracing.AskHolders;

/// <summary>What talking to other nodes needs.</summary>
internal static class ChainServices
{
    /// <summary>Registers it.</summary>
    public static void Add(IServiceCollection services)
    {
        services.AddSingleton<ChainNode>();
        services.AddSingleton<INodeService>(provider => provider.GetRequiredService<ChainNode>());
        services.AddSingleton<GuardedHttp>();
        services.AddSingleton<HolderBook>();
        services.AddSingleton<ChainRights>();
        services.AddSingleton<ChainDesk>();
        services.AddSingleton<ChainTraces>();
        services.AddSingleton<StepReader>();
        services.AddSingleton<AskerLimits>();
        services.AddSingleton<AskerChecks>();
        services.AddSingleton<AnswerWriter>();
        services.AddSingleton<QuestionDesk>();
        services.AddSingleton<HolderClient>();
        services.AddSingleton<ChainWalker>();
    }
}
