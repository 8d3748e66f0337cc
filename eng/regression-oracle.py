# Figures that tests/Unit/Kernels/RegressionTests.cs expects, computed with scikit-learn (Debian: python3-sklearn).
# usage: /usr/bin/python3 eng/regression-oracle.py
import warnings
import numpy as np
from sklearn.cross_decomposition import PLSRegression
from sklearn.decomposition import PCA
from sklearn.ensemble import GradientBoostingRegressor
from sklearn.gaussian_process import GaussianProcessRegressor
from sklearn.gaussian_process.kernels import RBF, ConstantKernel, WhiteKernel
from sklearn.linear_model import ElasticNet, ElasticNetCV, LinearRegression, Ridge, RidgeCV
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

warnings.filterwarnings("ignore")
n, p = 24, 5
i, j = np.arange(n)[:, None], np.arange(p)[None, :]
X = np.sin(1 + 3 * i + 7 * j + i * j) + 0.1 * i * (j == 0)
y = 2 + X[:, 0] - 0.5 * X[:, 1] ** 2 + 0.3 * X[:, 2] * X[:, 3] + 0.2 * np.cos(5 * np.arange(n))
new = np.cos(np.arange(p))[None, :]


def show(name, model):
    print(f"{name}: {np.ravel(model.fit(X, y).predict(new))[0]:.10f}", getattr(model, "alpha_", ""), getattr(model, "l1_ratio_", ""))
    return model


show("ols", LinearRegression())
show("ridge 0.7", Ridge(0.7))
show("ridge loo", RidgeCV(np.logspace(-3, 3, 25)))
show("elastic net 0.05 0.5", ElasticNet(alpha=0.05, l1_ratio=0.5, tol=1e-14, max_iter=100000))
show("elastic net cv", ElasticNetCV(l1_ratio=[0.1, 0.5, 0.9], cv=5, tol=1e-12, max_iter=100000))
show("pcr 3", make_pipeline(PCA(3), LinearRegression()))
show("pls 2", make_pipeline(StandardScaler(), PLSRegression(2)))
show("pls 3", make_pipeline(StandardScaler(), PLSRegression(3)))
gp = show("gp", GaussianProcessRegressor(ConstantKernel() * RBF(1.0) + WhiteKernel(), normalize_y=True, n_restarts_optimizer=20, random_state=0))
print(gp.kernel_, gp.log_marginal_likelihood_value_, gp.predict(new, return_std=True)[1])
ard = show("gp ard", GaussianProcessRegressor(ConstantKernel() * RBF(np.ones(p)) + WhiteKernel(), normalize_y=True, n_restarts_optimizer=40, random_state=0))
print(ard.kernel_, ard.log_marginal_likelihood_value_)
boosted = show("boosted trees", GradientBoostingRegressor(n_estimators=60, learning_rate=0.1, max_depth=3, min_samples_leaf=3, criterion="squared_error", random_state=0))
print(f"{np.sqrt(np.mean((boosted.predict(X) - y) ** 2)):.10f}")
