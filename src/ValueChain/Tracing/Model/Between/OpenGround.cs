namespace Voltloop.Tracing.Model.Between;

/// <summary>Why a question may be answered.</summary>
internal enum OpenGround
{
    /// <summary>The thing went between the asker and this node.</summary>
    Partner = 0,

    /// <summary>A grant opens the chain.</summary>
    Grant = 1,
}
