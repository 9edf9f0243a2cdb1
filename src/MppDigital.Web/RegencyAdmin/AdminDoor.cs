using MppDigital.Regencies.Officers;
using MppDigital.Web.Api;
using MppDigital.Web.Components;

namespace MppDigital.Web.RegencyAdmin;

/// <summary>The first lines of an admin's page: nothing of it is kept by any cache, and whoever is not an admin here gets no more than that.</summary>
internal sealed class AdminDoor(Callers callers)
{
    /// <returns>Whoever is signed in with a role here; a page shows its content to admins only.</returns>
    public async Task<StaffMember?> EnterAsync(HttpContext http)
    {
        http.Response.Headers.CacheControl = "no-cache, no-store";
        var staff = (await callers.StaffAsync(http, http.RequestAborted)).Value;
        if (staff?.Is(OfficerRole.Admin) is not true) http.Answer(StatusCodes.Status403Forbidden);
        return staff;
    }
}
