using System.Globalization;
using Microsoft.AspNetCore.Components;
using MppDigital.National.Catalog.Releases;
using MppDigital.National.Ministry;
using MppDigital.Platform.UseCases;
using MppDigital.Web.Api;
using MppDigital.Web.Components;
using MppDigital.Web.SignIn;
using static MppDigital.Web.MinistryCatalog.CatalogTexts;

namespace MppDigital.Web.MinistryCatalog;

/// <summary>One service: what is in force, what is stored, how the two differ, and its releases.</summary>
public sealed partial class ServicePage
{
    private MinistryStaff? staff;
    private CatalogServiceSheet? sheet;
    private IReadOnlyList<ChangedElement> changes = [];
    private Problem? refusal;

    [Parameter]
    public string Code { get; set; } = "";

    [Inject]
    private IUseCase<ReadCatalogService, CatalogServiceSheet> Read { get; set; } = null!;

    [Inject]
    private CatalogDesk Desk { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [CascadingParameter]
    private HttpContext Http { get; set; } = null!;

    /// <summary>After a save the browser comes back here.</summary>
    [SupplyParameterFromQuery(Name = "tersimpan")]
    private string? Saved { get; set; }

    private bool Owner => staff!.Is(MinistryRole.CatalogOwner);

    protected override async Task OnInitializedAsync()
    {
        Http.Response.Headers.CacheControl = "no-cache, no-store";
        staff = (await Http.MinistryStaffAsync(Http.RequestAborted)).Value;
        if (staff is null)
        {
            Http.Answer(StatusCodes.Status403Forbidden);
            return;
        }

        sheet = (await Read.HandleAsync(new ReadCatalogService(Code), Http.RequestAborted)).Value;
        if (sheet is null) Http.AnswerNotFound();
        else changes = sheet.InForce is { } before ? DefinitionChanges.Between(before, sheet.Latest) : [];
    }

    private async Task OpenAsync()
    {
        if (sheet is null) return;
        var form = Http.Request.Form;
        var opened = !int.TryParse(form["versi"], NumberStyles.None, CultureInfo.InvariantCulture, out var version) || FormKey.Of(form) is not { } key
            ? new Problem(ProblemKind.Invalid, "invalid", T("Reload")) { DetailEn = T("Reload") }
            : await Desk.OpenAsync(staff!, Code, version, key, Http.RequestAborted);
        if (opened.Succeeded)
        {
            Navigation.NavigateTo($"/katalog/rilis/{opened.Value.Id}");
            return;
        }

        refusal = opened.Problem;
        RefusedPage.Mark(Http, refusal);
    }
}
