using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace MppDigital.Platform.Persistence;

/// <summary>Work in memory that the start needs in any case and that touches neither seed nor database. It runs beside the reading of the seed.</summary>
public delegate void WarmUp(IServiceProvider services);

public static class WarmUps
{
    public static void Model<TContext>(IServiceProvider services) where TContext : DbContext
    {
        using var db = services.GetRequiredService<IDbContextFactory<TContext>>().CreateDbContext();
        _ = db.Model;
    }
}
