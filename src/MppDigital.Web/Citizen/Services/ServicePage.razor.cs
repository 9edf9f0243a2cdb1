using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using MppDigital.National.Catalog;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Figures;
using MppDigital.Regencies.Offerings;
using MppDigital.Web.Components;
using MppDigital.Web.Components.Pieces;
using MppDigital.Web.Components.Text;

namespace MppDigital.Web.Citizen.Services;

public sealed partial class ServicePage
{
    private ServiceSheet? page;
    private DayRulerModel? ruler;
    private ServicePace? pace;
    private IReadOnlyList<PublishedService> near = [];

    [Parameter] public string Code { get; set; } = "";

    [CascadingParameter] private HttpContext Http { get; set; } = null!;

    [Inject] private CurrentRegency Current { get; set; } = null!;

    [Inject] private IUseCase<ReadServiceSheet, ServiceSheet> Read { get; set; } = null!;

    [Inject] private IUseCase<SearchServices, FoundServices> Search { get; set; } = null!;

    [Inject] private IUseCase<ReadPerformance, PerformanceView> Performance { get; set; } = null!;

    [Inject] private RecentPace Pace { get; set; } = null!;

    [Inject] private IStringLocalizer<ServiceTexts> T { get; set; } = null!;

    [Inject] private IStringLocalizer<SharedTexts> Shared { get; set; } = null!;

    protected override async Task OnInitializedAsync()
    {
        var ct = Http.RequestAborted;
        page = (await Read.HandleAsync(new ReadServiceSheet(Code), ct)).Value;
        if (page is null)
        {
            Http.AnswerNotFound();
            near = (await Search.HandleAsync(new SearchServices(Code, null, null, 3), ct)).Value?.Items ?? [];
            return;
        }

        if (page.Deadline is { } deadline)
            ruler = DayRulerModel.From(page.Today, deadline.DueOn, [.. deadline.Skipped.Select(s => new RulerSkip(s.Date, s.Holiday))], null, page.Deemed);
        pace = (await Pace.OfAsync(Current.Value, Performance, ct))?.Services.FirstOrDefault(s => s.Service == page.Service.Code);
    }

    private static string Name(ServiceDefinition service) => Language.Pick(service.NameId, service.NameEn);

    private static string Validity(ServiceDefinition service) => Language.Pick(service.Product.ValidityId ?? "", service.Product.ValidityEn);

    private string Actor(string actor) => actor switch
    {
        "pemohon" => T["ActorYou"],
        "sistem" => T["ActorSystem"],
        "pejabat" => T["ActorHead"],
        "tim" => T["ActorTeam"],
        _ => T["ActorOfficer"],
    };

    private string PrepareWords(ServiceDefinition service)
    {
        var yours = service.Requirements.Count(r => r.UploadNeeded);
        var ours = service.Requirements.Count(r => !r.UploadNeeded && r.OnceOnlySource is not null);
        return (yours, ours) switch
        {
            (0, > 0) => T["PrepareNothing", ours],
            ( > 0, > 0) => T["PrepareSome", yours, ours],
            ( > 0, _) => T["PrepareAll", yours],
            _ => T["PrepareNone"],
        };
    }
}
