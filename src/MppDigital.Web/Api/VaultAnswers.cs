using MppDigital.National.Residents.Consents;
using MppDigital.National.Residents.Facts;
using MppDigital.National.Residents.Looks;
using MppDigital.National.Residents.Wallet;
using MppDigital.Platform.Tenancy;

namespace MppDigital.Web.Api;

/// <summary>How the vault looks in JSON, for its owner. Times are those of the regency that each item speaks of.</summary>
internal static class VaultAnswers
{
    /// <summary>Ids are made in the order of time, so their text is a cursor.</summary>
    public static string KeyOf(Guid id) => id.ToString("N");

    public static object Of(MyFact fact, ITenantDirectory directory) => new
    {
        name = fact.Name,
        label = fact.Label,
        labelEn = fact.LabelEn,
        value = fact.Value,
        origin = fact.Origin,
        source = fact.Source,
        regency = fact.Regency,
        regencyName = fact.RegencyName,
        application = fact.Application,
        purpose = fact.Service,
        verifiedAt = At(fact.VerifiedAt, fact.Regency, directory),
        validUntil = fact.ValidUntil,
    };

    public static object Of(WalletPaper paper, ITenantDirectory directory) => new
    {
        id = paper.Id,
        origin = paper.Origin,
        fact = paper.Fact.Length == 0 ? null : paper.Fact,
        title = paper.Title,
        titleEn = paper.TitleEn,
        number = paper.Number.Length == 0 ? null : paper.Number,
        regency = paper.Regency,
        regencyName = paper.RegencyName,
        agency = paper.Agency,
        application = paper.Application,
        service = paper.Service,
        contentType = paper.ContentType,
        size = paper.Size,
        verifiedAt = At(paper.VerifiedAt, paper.Regency, directory),
        validUntil = paper.ValidUntil,
        inForce = paper.InForce,
    };

    public static object Of(MyLook look, ITenantDirectory directory) => new
    {
        id = look.Id,
        at = At(look.At, look.Regency, directory),
        by = look.By,
        regency = look.Regency,
        regencyName = look.RegencyName,
        role = look.Role.Length == 0 ? null : look.Role,
        agency = look.Agency.Length == 0 ? null : look.Agency,
        name = look.Name.Length == 0 ? null : look.Name,
        application = look.Application.Length == 0 ? null : look.Application,
        service = look.Service.Length == 0 ? null : look.Service,
        purpose = look.Purpose,
        facts = look.Facts,
        receipt = look.Receipt.Length == 0 ? null : look.Receipt,
    };

    /// <summary>
    /// For reading, and in <c>record</c> for machines: the sections of ISO/IEC TS 27560:2023, 6.3 (record header, PII processing with its PII
    /// information, party identification, events). Names of facts stand there, never their values.
    /// </summary>
    public static object Of(ConsentReceipt receipt, ITenantDirectory directory) => new
    {
        id = receipt.Id,
        number = receipt.Number,
        state = receipt.State,
        regency = receipt.Regency,
        regencyName = receipt.RegencyName,
        service = receipt.Service,
        serviceName = receipt.ServiceName,
        serviceNameEn = receipt.ServiceNameEn,
        legalBasis = ConsentReceipt.LegalBasis,
        givenAt = At(receipt.GivenAt, receipt.Regency, directory),
        validUntil = At(receipt.ValidUntil, receipt.Regency, directory),
        revokedAt = receipt.RevokedAt is { } revoked ? At(revoked, receipt.Regency, directory) : (DateTimeOffset?)null,
        items = receipt.Items.Select(i => new
        {
            fact = i.Fact,
            label = i.Label,
            labelEn = i.LabelEn,
            document = i.Document,
            origin = i.Origin,
            source = i.Source,
            regency = i.Regency,
            verifiedAt = At(i.VerifiedAt, i.Regency, directory),
            validUntil = i.ValidUntil,
        }),
        handedOver = receipt.HandedOver.Select(h => new { application = h.Application, at = At(h.At, receipt.Regency, directory), facts = h.Facts }),
        record = RecordOf(receipt, directory),
    };

    private static object RecordOf(ConsentReceipt receipt, ITenantDirectory directory) => new
    {
        recordHeader = new { schemaVersion = "ISO/IEC TS 27560:2023", recordId = receipt.Id, receiptNumber = receipt.Number },
        piiProcessing = new
        {
            services = new[] { receipt.Service },
            purposes = new[]
            {
                new
                {
                    purpose = $"{receipt.ServiceName}, {receipt.RegencyName}",
                    lawfulBasis = ConsentReceipt.LegalBasis,
                    piiInformation = receipt.Items.Select(i => new { piiType = i.Fact, piiAttributeId = i.Document, piiOptional = true }),
                    piiControllers = new[] { receipt.Regency },
                    collectionMethod = "reuse-from-vault",
                    withdrawalMethod = $"POST /api/v1/me/consents/{receipt.Id}/revoke",
                    jurisdictions = new[] { "ID" },
                },
            },
        },
        partyIdentification = new[] { new { partyId = receipt.Regency, partyName = receipt.RegencyName, partyRole = "pii-controller" } },
        events = Events(receipt, directory),
    };

    private static IEnumerable<object> Events(ConsentReceipt receipt, ITenantDirectory directory)
    {
        yield return new { eventType = "explicit", eventState = "consent-given", eventTime = At(receipt.GivenAt, receipt.Regency, directory), validUntil = At(receipt.ValidUntil, receipt.Regency, directory) };
        if (receipt.RevokedAt is { } revoked) yield return new { eventType = "explicit", eventState = "consent-withdrawn", eventTime = At(revoked, receipt.Regency, directory), validUntil = At(revoked, receipt.Regency, directory) };
    }

    private static DateTimeOffset At(DateTime utc, string regency, ITenantDirectory directory)
    {
        var instant = new DateTimeOffset(DateTime.SpecifyKind(utc, DateTimeKind.Utc));
        return RegencyCode.TryParse(regency, out var code) && directory.Find(code) is { } place ? TimeZoneInfo.ConvertTime(instant, place.Zone) : instant;
    }
}
