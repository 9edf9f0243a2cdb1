using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using MppDigital.Login;
using MppDigital.National;
using MppDigital.Platform.Persistence;
using MppDigital.Regencies.Persistence;

namespace MppDigital.PostgreSql;

/// <summary>Lets <c>dotnet ef</c> see the models; nothing is opened.</summary>
internal sealed class DesignTime : IDesignTimeDbContextFactory<NationalDbContext>, IDesignTimeDbContextFactory<LoginDbContext>, IDesignTimeDbContextFactory<RegencyDbContext>
{
    NationalDbContext IDesignTimeDbContextFactory<NationalDbContext>.CreateDbContext(string[] args) => new(Options<NationalDbContext>(Databases.National));

    LoginDbContext IDesignTimeDbContextFactory<LoginDbContext>.CreateDbContext(string[] args) => new(Options<LoginDbContext>(Databases.Login));

    RegencyDbContext IDesignTimeDbContextFactory<RegencyDbContext>.CreateDbContext(string[] args) => new(Options<RegencyDbContext>(Databases.RegencyTemplate));

    private static DbContextOptions<T> Options<T>(string database)
        where T : DbContext
    {
        var builder = new DbContextOptionsBuilder<T>();
        new PostgreSqlEngine(Microsoft.Extensions.Options.Options.Create(new ServerOptions { Server = "Server=localhost" })).Configure(builder, database);
        return builder.Options;
    }
}
