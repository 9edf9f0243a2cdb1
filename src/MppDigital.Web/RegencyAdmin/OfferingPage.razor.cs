using System.Globalization;
using Microsoft.AspNetCore.Components;
using MppDigital.National.Catalog;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Offerings;
using MppDigital.Regencies.Officers;
using MppDigital.Web.Api;
using MppDigital.Web.Components;
using MppDigital.Web.Components.Text;
using static MppDigital.Web.RegencyAdmin.AdminTexts;

namespace MppDigital.Web.RegencyAdmin;

/// <summary>What this regency sets for one national service. Only what the nation opens has a field; the rest is told.</summary>
public sealed partial class OfferingPage
{
    private StaffMember? staff;
    private OfferingSettings? settings;
    private Problem? refusal;
    private Func<string, string?>? given;

    [Parameter]
    public string Code { get; set; } = "";

    [Inject]
    private IServiceProvider Services { get; set; } = null!;

    [Inject]
    private IUseCase<ReadOfferingSettings, OfferingSettings> Read { get; set; } = null!;

    [Inject]
    private IUseCase<ChangeOffering, OfferingSettings> Change { get; set; } = null!;

    [Inject]
    private IServiceCatalog Catalog { get; set; } = null!;

    [Inject]
    private CurrentRegency Current { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [CascadingParameter]
    private HttpContext Http { get; set; } = null!;

    /// <summary>Saved just before the redirect.</summary>
    [SupplyParameterFromQuery(Name = "selesai")]
    private string? Done { get; set; }

    private string Name => settings is not null && Catalog.Find(settings.Service) is { } found ? Language.Pick(found.Definition.NameId, found.Definition.NameEn) : T("Services");

    protected override async Task OnInitializedAsync()
    {
        Http.Response.Headers.CacheControl = "no-cache, no-store";
        staff = (await Services.GetRequiredService<Callers>().StaffAsync(Http, Http.RequestAborted)).Value;
        if (staff?.Is(OfficerRole.Admin) is not true)
        {
            Http.Answer(StatusCodes.Status403Forbidden);
            return;
        }

        await ReadAsync();
        if (settings is null) Http.Answer(StatusCodes.Status404NotFound);
    }

    private async Task SaveAsync()
    {
        if (settings is null) return;
        var form = Http.Request.Form;
        given = name => form[name].FirstOrDefault();
        var faults = new Dictionary<string, string[]>();
        if (given("active") is not ("ya" or "tidak")) faults["/active"] = [T("Mend-active")];
        var days = NumberOf("workingDays", faults);
        if (days > int.MaxValue) faults["/workingDays"] = [T("Mend-number")];
        var tariff = NumberOf("tariffIdr", faults);
        long? version = long.TryParse(given("version"), NumberStyles.None, CultureInfo.InvariantCulture, out var seen) ? seen : null;
        var changed = faults.Count > 0
            ? new Problem(ProblemKind.Invalid, "invalid", T("Mend")) { DetailEn = T("Mend"), Errors = faults }
            : await Change.HandleAsync(new ChangeOffering(staff!, Code, given("active") == "ya", (int?)days, given("contact") ?? "", version) { TariffIdr = tariff, ExtraRequirement = given("extraRequirement") ?? "" }, Http.RequestAborted);
        if (changed.Succeeded)
        {
            Navigation.NavigateTo($"/admin/layanan/{Uri.EscapeDataString(Code)}?selesai=ya");
            return;
        }

        refusal = InLanguage(changed.Problem);
        Http.Answer(ApiAnswers.StatusOf(refusal.Kind));
        await ReadAsync();
    }

    /// <summary>The use case says it in Indonesian; the bounds stand in the hint of each field.</summary>
    private static Problem InLanguage(Problem problem) =>
        !Language.IsEnglish ? problem : problem with { Errors = problem.Errors.ToDictionary(e => e.Key, e => e.Key is "/active" ? e.Value : [T($"Mend-{e.Key[1..]}")]) };

    /// <summary>Null for nothing typed. People write thousands with dots.</summary>
    private long? NumberOf(string field, Dictionary<string, string[]> faults)
    {
        var typed = (given!(field) ?? "").Replace(".", "", StringComparison.Ordinal).Trim();
        if (typed.Length == 0) return null;
        if (long.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return number;
        faults["/" + field] = [T("Mend-number")];
        return null;
    }

    private async Task ReadAsync() => settings = (await Read.HandleAsync(new ReadOfferingSettings(staff!, Code), Http.RequestAborted)).Value;

    private string? Value(string field, string? stored) => given is null ? stored : given(field);

    private static string? Number(long? value) => value?.ToString(CultureInfo.InvariantCulture);
}
