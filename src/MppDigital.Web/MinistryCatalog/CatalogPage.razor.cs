using Microsoft.AspNetCore.Components;
using MppDigital.National.Catalog.Releases;
using MppDigital.National.Ministry;
using MppDigital.Platform.UseCases;
using MppDigital.Web.Api;
using MppDigital.Web.Components;

namespace MppDigital.Web.MinistryCatalog;

/// <summary>All services with what is in force, what is stored and what is on its way.</summary>
public sealed partial class CatalogPage
{
    private MinistryStaff? staff;
    private IReadOnlyList<CatalogService> services = [];
    private List<CatalogService> open = [];
    private List<CatalogService> shown = [];

    [Inject]
    private IUseCase<ListCatalog, IReadOnlyList<CatalogService>> List { get; set; } = null!;

    [CascadingParameter]
    private HttpContext Http { get; set; } = null!;

    [SupplyParameterFromQuery(Name = "q")]
    private string? Words { get; set; }

    protected override async Task OnInitializedAsync()
    {
        Http.Response.Headers.CacheControl = "no-cache, no-store";
        staff = (await Http.MinistryStaffAsync(Http.RequestAborted)).Value;
        if (staff is null)
        {
            Http.Answer(StatusCodes.Status403Forbidden);
            return;
        }

        services = (await List.HandleAsync(new ListCatalog(), Http.RequestAborted)).Value!;
        open = [.. services.Where(s => s.Open is not null)];
        var words = (Words ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        shown = [.. services.Where(s => words.All(w => $"{s.Code} {s.Name} {s.NameEn} {s.Agency}".Contains(w, StringComparison.OrdinalIgnoreCase)))];
    }
}
