namespace MppDigital.Web.Tests.Http;

/// <summary>Every address of the program and who may call it. Whoever adds an address says here for whom it is; the walk then tries it with strangers.</summary>
internal static class RouteTable
{
    // open      anybody; what it shows is nobody's in particular
    // citizen   a signed-in person, about themselves
    // owner     a signed-in person, about one thing that is theirs; not found for everybody else
    // staff     people with a role in this very regency
    // ministry  people with a role at the ministry
    // protocol  OpenID Connect and the forms of the login; their own tests walk them
    private const string Lines = """
        GET   any       /healthz/live                                           open
        GET   any       /healthz/ready                                          open
        GET   any       /api/v1/csrf                                            open
        GET   any       /signin                                                 protocol
        GET   any       /signin/callback                                        protocol
        POST  any       /signin/backchannel                                     protocol
        GET   any       /signout                                                protocol
        POST  any       /signout                                                protocol

        GET   regency   /api/v1/services                                        open
        GET   regency   /api/v1/services/{code}                                 open
        GET   regency   /api/v1/services/{code}/deadline                        open
        GET   regency   /api/v1/performance                                     open
        POST  regency   /api/v1/tracking                                        open
        POST  regency   /api/v1/drafts                                          citizen
        GET   regency   /api/v1/drafts/{id:guid}                                owner
        PUT   regency   /api/v1/drafts/{id:guid}                                owner
        POST  regency   /api/v1/documents                                       citizen
        POST  regency   /api/v1/applications                                    citizen
        GET   regency   /api/v1/applications                                    citizen
        GET   regency   /api/v1/applications/{number}                           owner
        POST  regency   /api/v1/applications/{number}/withdraw                  owner
        POST  regency   /api/v1/applications/{number}/correct                   owner
        GET   regency   /api/v1/applications/{number}/document                  owner
        GET   regency   /api/v1/officer/inbox                                   staff
        GET   regency   /api/v1/officer/applications/{number}                   staff
        GET   regency   /api/v1/officer/applications/{number}/files/{file:guid} staff
        POST  regency   /api/v1/officer/applications/{number}/complete          staff
        POST  regency   /api/v1/officer/applications/{number}/claim             staff
        POST  regency   /api/v1/officer/applications/{number}/verify            staff
        POST  regency   /api/v1/officer/applications/{number}/recommend         staff
        POST  regency   /api/v1/officer/applications/{number}/return            staff
        POST  regency   /api/v1/officer/applications/{number}/approve           staff
        POST  regency   /api/v1/officer/applications/{number}/refuse            staff

        GET   login     /.well-known/openid-configuration                       protocol
        """;

    public static IReadOnlyDictionary<Route, string> All { get; } = Lines.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        .ToDictionary(parts => new Route(parts[0], parts[1], parts[2]), parts => parts[3]);
}
