using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Components;
using MppDigital.Platform;
using MppDigital.Platform.Tenancy;
using MppDigital.Regencies.Offerings;

namespace MppDigital.Web.Citizen.Services;

/// <summary>
/// The service page for machines: a <c>GovernmentService</c> of schema.org as JSON-LD, so that search engines and assistants tell of the
/// official fee and address, and not of a broker's. It is data: no browser runs it, and the content security policy need not allow it.
/// </summary>
internal static class LinkedService
{
    public static MarkupString Block(ServiceSheet sheet, Regency regency, PlatformOptions platform) =>
        // The writer turns <, > and & into \u escapes, so no text of a definition can end the element.
        new($"<script type=\"application/ld+json\">{JsonSerializer.Serialize(Describe(sheet, regency, platform))}</script>");

    public static JsonObject Describe(ServiceSheet sheet, Regency regency, PlatformOptions platform)
    {
        var (service, origin) = (sheet.Service, platform.OriginOf(regency.Slug));
        var page = $"{origin}/layanan/{service.Code}";
        var described = new JsonObject
        {
            ["@context"] = "https://schema.org",
            ["@type"] = "GovernmentService",
            ["@id"] = page,
            ["identifier"] = service.Code,
            ["name"] = service.NameId,
            ["alternateName"] = service.NameEn,
            ["description"] = service.DescriptionId,
            ["url"] = page,
            ["inLanguage"] = new JsonArray("id", "en"),
            ["provider"] = new JsonObject { ["@type"] = "GovernmentOrganization", ["name"] = $"{service.Agency.Name}, {regency.Name}", ["url"] = origin },
            ["areaServed"] = new JsonObject { ["@type"] = "AdministrativeArea", ["name"] = regency.Name, ["identifier"] = regency.Code.Value },
            ["availableChannel"] = new JsonObject { ["@type"] = "ServiceChannel", ["serviceUrl"] = service.Delivery.Outside?.Address ?? page, ["availableLanguage"] = new JsonArray("id", "en") },
            ["serviceOutput"] = new JsonObject { ["@type"] = "Thing", ["name"] = service.Product.NameId },
            ["termsOfService"] = string.Join("; ", service.LegalBasis),
        };
        // A fee that depends on the case is left out: a wrong amount is worse than none.
        if ((sheet.Offer.TariffIdr ?? service.Fee.AmountIdr) is { } rupiah && service.Fee.Formula is null)
            described["offers"] = new JsonObject { ["@type"] = "Offer", ["price"] = rupiah, ["priceCurrency"] = "IDR" };
        return described;
    }
}
