using MppDigital.National.Performance;
using MppDigital.National.Rollout;
using MppDigital.Web.Ministry;

namespace MppDigital.Web.Api;

/// <summary>Times of the ministry are told in Jakarta's; who typed a fact in is told to nobody.</summary>
internal static class RolloutAnswers
{
    public static DateTimeOffset Jakarta(DateTime utc) => JakartaTime.Of(utc);

    public static object Of(RolloutSummary summary) => new
    {
        asOf = summary.AsOf,
        @base = summary.Base,
        malls = summary.Malls,
        announcedOn = summary.AnnouncedOn,
        share = summary.Share,
        digital = summary.Digital,
        target = summary.Target,
        targetBy = summary.TargetBy,
        sources = summary.Sources,
        platform = Of(summary.Platform),
    };

    public static object Of(RolloutRegencySheet sheet) => new
    {
        code = sheet.Code,
        name = sheet.Name,
        slug = sheet.Slug,
        province = sheet.Province,
        population = sheet.Population,
        stage = sheet.Stage,
        since = sheet.Since,
        digitalPilot = sheet.DigitalPilot,
        platformStage = sheet.PlatformStage,
        version = sheet.Version,
        history = sheet.History.Select(f => new { @event = f.Event, on = f.On, date = f.DateText, source = f.Source, enteredAt = Jakarta(f.EnteredAt) }),
        platform = sheet.Figures is { } figures ? Of(figures) : null,
    };

    private static object Of(PlatformFigures figures) => new
    {
        applications = figures.Applications,
        decided = figures.Decided,
        deemed = figures.Deemed,
        issued = figures.Issued,
        undeclared = figures.Undeclared,
        notAsked = figures.NotAsked,
        asOf = Jakarta(figures.AsOf),
        lastPush = figures.LastPush is { } push ? Jakarta(push) : (DateTimeOffset?)null,
    };
}
