using MppDigital.National.Rollout;
using static MppDigital.Web.Ministry.MinistryTexts;

namespace MppDigital.Web.Ministry;

internal static class StageWords
{
    public static string Of(RolloutStage stage) => T($"Stage{stage}");

    public static string Of(RolloutEvent step) => T($"Event{step}");
}
