using MppDigital.National.Catalog;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Applications.Office;

/// <summary>Asks the citizen to mend exactly the named fields or requirements; the clock stands still until the answer.</summary>
/// <param name="Fields">Names of form fields or codes of requirements, at least one.</param>
public sealed record ReturnApplication(DeskRequest Desk, string Reason, IReadOnlyList<string> Fields);

internal sealed class ReturnApplicationHandler(ApplicationDesk desk, RegencySecrets secrets, FindDefinition definitions) : IUseCase<ReturnApplication, OfficerView>
{
    public async Task<Outcome<OfficerView>> HandleAsync(ReturnApplication input, CancellationToken ct)
    {
        if (Reasons.Check(input.Reason) is { } problem) return problem;
        if (await definitions.OfAsync(input.Desk.Number, ct) is not { } service) return Problems.UnknownApplication;
        if (Fields(input.Fields, service) is { } wrong) return wrong;
        return await desk.MoveAsync(input.Desk, Move.Return, null, (application, _, now) => application.Return(input.Desk.Staff.Sub, secrets.SealReason(input.Reason.Trim()), input.Fields, now), ct);
    }

    private static Problem? Fields(IReadOnlyList<string> fields, ServiceDefinition service)
    {
        if (fields.Count is 0 or > 60) return Problems.Field("/fields", "Tandai sedikitnya satu isian yang harus diperbaiki.");
        for (var i = 0; i < fields.Count; i++)
        {
            if (service.FormFields.All(f => f.Name != fields[i] || f.Compute is not null) && service.Requirements.All(r => r.Code != fields[i]))
                return Problems.Field($"/fields/{i}", "Tulis nama isian atau kode persyaratan dari standar layanan ini.");
        }

        return null;
    }
}
